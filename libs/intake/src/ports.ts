export * from './ports/work.js';
export * from './ports/register.js';
export * from './ports/imports.js';
export * from './ports/files.js';
export * from './ports/forwarding.js';
export * from './ports/online.js';
export * from './ports/corrections.js';
