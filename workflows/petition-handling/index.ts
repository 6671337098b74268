export { petitionHandling } from './definition.js';
export { petitionHandling2 } from './v2/index.js';
