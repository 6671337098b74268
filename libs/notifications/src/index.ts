export * from './types.js';
export * from './ports.js';
export { sendableAt } from './quiet-hours.js';
export { CITIZEN_TOPICS, textFor } from './templates.js';
export { sendMessages, type SendingParts } from './send-messages.js';
export { giveContact } from './consent.js';
