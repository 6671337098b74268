export { type FileToUrge, type Urging, Urgings, UrgingLetters } from './ports.js';
export { type UrgeCommand, type Urged, urgeFile } from './urge-file.js';
