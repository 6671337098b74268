export { PostgresReceptionStore } from './postgres-reception-store.js';
