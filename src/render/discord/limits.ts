/**
 * Discord's limits. It counts code points; counting UTF-16 units, as `length` does, is never less.
 */
export const LIMITS = {
  content: 2000,
  title: 256,
  description: 4096,
  fields: 25,
  fieldName: 256,
  fieldValue: 1024,
  footer: 2048,
  author: 256,
  /** Of all texts of all embeds of one message together. */
  embeds: 6000,
  rows: 5,
  buttons: 5,
  options: 25,
  buttonLabel: 80,
  optionText: 100,
  customId: 100,
  /** A button's link; links in texts are held to the same. */
  url: 512,
} as const;
