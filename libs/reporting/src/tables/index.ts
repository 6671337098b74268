export { type Table, type TableColumn, tableWorkbook } from './table.js';
