export * from './form.js';
export { forms } from './forms/index.js';
export { receptionBookRows } from './forms/reception/book.js';
export * from './rendering/index.js';
export * from './data/index.js';
export * from './papers/index.js';
