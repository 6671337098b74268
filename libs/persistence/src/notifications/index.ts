export { PostgresContacts } from './postgres-contacts.js';
export { PostgresMessages } from './postgres-messages.js';
