export { PostgresCaseFiles } from './postgres-case-files.js';
