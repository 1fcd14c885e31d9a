// jest runs what tsc built: no transform. One project a kind of test: `--selectProjects unit`.

const kinds = ['unit', 'property', 'simulation', 'crash', 'interop', 'acceptance', 'chain'];

const project = (kind) => ({
  displayName: kind,
  rootDir: import.meta.dirname,
  roots: ['<rootDir>/dist'],
  testMatch: [`<rootDir>/dist/test/${kind}/**/*.test.js`],
  testEnvironment: '<rootDir>/dist/test/tools/jest-environment.js',
  transform: {},
});

export default {
  projects: kinds.map(project),
  reporters: ['default', '<rootDir>/dist/test/tools/jest-reporter.js'],
  maxWorkers: 2,
  testTimeout: 60_000, // A bound on hanging, no claim: a neighbour's load has stretched a 3 s test to 12 s.
  coverageProvider: 'v8',
};
