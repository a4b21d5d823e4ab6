import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', './test/closingLine.ts'],
    testTimeout: 20_000,
    // A PostgreSQL of its own is set up and shut down around some tests, on machines of any pace.
    hookTimeout: 60_000,
  },
});
