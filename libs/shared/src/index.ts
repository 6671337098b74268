export * from './local-date.js';
export * from './result.js';
export * from './ids.js';
export * from './clock.js';
export * from './errors.js';
export * from './json.js';
export * from './roles.js';
