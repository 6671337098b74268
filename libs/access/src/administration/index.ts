export * from './role-guide.js';
export * from './account-rules.js';
export * from './people-sheet.js';
export * from './opening-figures.js';
