export * from './form.js';
export { forms } from './forms/index.js';
