export { PostgresPaperSources } from './postgres-paper-sources.js';
export { PostgresPapers } from './postgres-papers.js';
