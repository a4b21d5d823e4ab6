/** What Discord's own client would not let a person do. */
export class PersonError extends Error {}
