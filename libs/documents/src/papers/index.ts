export { type IndexLine, numberedPages } from './file-index.js';
export { templateFaults } from './check-template.js';
export { formsFor, isAllowedIn } from './forms-of.js';
export { PaperPrinter } from './paper-printer.js';
export { type DraftCommand, type PaperRef, PaperService } from './paper-service.js';
export {
  type PaperAction,
  type PaperLine,
  type PaperView,
  PaperViews,
  type SlipInput,
  type WaitingPaper,
} from './paper-views.js';
export { PaperSeal } from './paper-words.js';
export {
  type Colleague,
  type DraftingTask,
  type FiledItem,
  PAPER_STATES,
  PaperBlobs,
  type PaperCase,
  type PaperChange,
  type PaperContent,
  type PaperRecord,
  type PaperRow,
  Papers,
  type PaperState,
  type RegisterLine,
  SLIP_CHANNELS,
  type SlipChannel,
  type SlipRow,
  type TemplateRow,
  type UnfinishedPaper,
} from './papers.js';
export { pageCount, signatureIn } from './pdf-facts.js';
export { TemplateService } from './template-service.js';
