import type { Role } from '#libs/shared';

/** `METHOD /path` as the OpenAPI document writes it, without the prefix. */
export type OperationName = `${'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`;

const REGISTRARS = ['receptionist', 'caseOfficer', 'unitHead'] as const;
const LEADERS = ['unitHead', 'chairman', 'provinceChairman'] as const;
const OFFICERS = [...REGISTRARS, 'chairman', 'provinceChairman'] as const;
const HEADS = ['caseOfficer', ...LEADERS] as const;
const ADMINISTRATORS = ['administrator'] as const;
const INSPECTORS = ['inspector'] as const;

const on = (base: string, ...rest: string[]): OperationName[] =>
  rest.map((path) => `POST ${base}${path}` as OperationName);

/**
 * Who may ask at all, before the body is looked at. What is not here is open to every account, save that a role that only looks
 * asks for nothing but reading. Services judge again, with the thing itself before them: the step, the paper, the person named.
 */
const BY_ROLE: readonly (readonly [readonly Role[], readonly OperationName[]])[] = [
  [
    REGISTRARS,
    [
      ...on('/petitions', '', '/resend-checks', '/{id}/links', '/{id}/void', '/{id}/undo', '/{id}/corrections'),
      ...on('/petitions/{id}', '/parts', '/attachments', '/contacts'),
      ...on('/incoming-petitions/{id}', '/acknowledge'),
      ...on('/imports', '', '/{id}/commit', '/{id}/cancel', '/{id}/undo'),
      ...on('/uploads', '', '/{id}/finish'),
      'PATCH /uploads/{id}',
      'DELETE /uploads/{id}',
      ...on('/axis/messages', '', '/{id}/entry', '/{id}/refusal'),
      'GET /axis/messages/{id}/files/{at}',
      'GET /petitions/{id}/contacts',
      'DELETE /petitions/{id}/contacts/{channel}',
    ],
  ],
  [
    ['caseOfficer', ...LEADERS, 'inspector', 'identityCustodian'],
    ['GET /national/summary', 'GET /national/records', 'GET /national/packages'],
  ],
  [
    [...LEADERS, 'identityCustodian'],
    ['GET /national/export', ...on('/national/packages', '', '/{id}/retry')],
  ],
  [
    [...OFFICERS, 'inspector', 'administrator'],
    ['GET /axis/messages', 'GET /axis/messages/{id}', 'GET /axis/partners'],
  ],
  [[...REGISTRARS, 'administrator'], on('/axis/messages/{id}', '/retry')],
  [
    [...REGISTRARS, 'inspector'],
    ['GET /incoming-petitions', 'GET /imports', 'GET /imports/{id}'],
  ],
  [
    OFFICERS,
    [
      ...on('/case-files/{id}', '/documents', '/documents/index', '/notes', '/notes/{noteId}'),
      ...on('/tasks/{id}', '/done'),
      // Who signs is a matter of the paper and its article.
      ...on('/documents/{id}', '/fields', '/submit', '/sign', '/issue', '/void', '/signed', '/slips'),
      ...on('/reception', '/schedules', '/schedules/{id}/postings', '/sessions', '/sessions/{id}/events'),
      ...on('/reception/sessions/{id}', '/tasks', '/visits'),
      ...on('/reception/tasks/{id}', '/result'),
      ...on(
        '/reception/visits/{id}',
        '/outcome',
        '/petition',
        '/refusal',
        '/reply',
        '/result',
        '/report-back',
        '/receipts',
      ),
      ...on('/reception/dialogues', '', '/{id}/attendance', '/{id}/opinions'),
      ...on('/reception/opinions/{id}', '/answer'),
      'POST /approvals',
    ],
  ],
  [
    HEADS,
    [...on('/emulation-models', '', '/{id}/corrections', '/{id}/void'), 'POST /reception/visits/{id}/refusal-notice'],
  ],
  [
    LEADERS,
    [
      ...on('/case-files', '/assignments', '/urgings'),
      ...on('/documents/{id}', '/approve', '/return'),
      ...on('/administration/opening-balances/{id}', '/confirm', '/return'),
      'POST /handovers',
      'POST /retention/proposals',
    ],
  ],
  [[...LEADERS, 'administrator'], ['POST /document-templates']],
  [[...REGISTRARS, 'administrator'], on('/administration/opening-balances', '', '/{id}')],
  [['chairman', 'provinceChairman', 'administrator'], ['POST /clock/advance']],
  [['chairman', 'provinceChairman', 'inspector', 'administrator'], on('/audit/checks', '', '/{id}/cancel')],
  [['identityCustodian'], ['GET /national-package', ...on('/identity-releases/{id}', '/approve', '/refuse')]],
  [
    [...OFFICERS, 'identityCustodian'],
    [
      ...on('/petitions/{id}', '/secrecy-facts', '/secrecy-facts/{factId}/end'),
      ...on('/petitions/{id}', '/conflicts', '/conflicts/{conflictId}/end'),
      ...on('/petitions/{id}/attachments/{attachmentId}', '/working-copies'),
    ],
  ],
  [
    ['chairman', 'provinceChairman'],
    ['POST /retention/proposals/{id}/decision', ...on('/rate-targets', '', '/{id}/withdraw')],
  ],
  [['chairman', 'provinceChairman', 'identityCustodian', 'administrator'], on('/breaches', '', '/{id}/steps/{step}')],
  [['provinceChairman', 'administrator'], on('/emergency-accesses', '', '/{id}/end')],
  [['unitHead', 'chairman', 'provinceChairman'], ['POST /issued-reports']],
  [
    ['chairman', 'provinceChairman'],
    [...on('/issued-reports/{id}', '/issue'), 'POST /report-packs'],
  ],
  [INSPECTORS, on('/inspections', '', '/{id}/samples', '/{id}/lists')],
  [INSPECTORS, on('/inspection-samples/{id}', '/cases/{caseFileId}/findings')],
  [INSPECTORS, on('/inspection-lists/{id}', '/cases/{caseFileId}/findings')],
  [
    ADMINISTRATORS,
    [
      ...on('/administration/agencies', '', '/{code}/details'),
      ...on('/agencies/{code}', '/succession', '/name'),
      ...on('/administration/users', '', '/import/preview', '/import', '/{id}', '/{id}/state', '/{id}/password'),
      ...on('/administration/users/{id}', '/unlock', '/sessions/end', '/sessions/{session}/end'),
      ...on('/administration/users/{id}', '/second-factor/reset', '/outside-identity'),
      ...on('/administration/remote-areas', '', '/{id}/end'),
      ...on('/administration/report-forms', '', '/{form}/end'),
      ...on('/calendar', '/previews', '/publications', '/publications/{id}/cancel', '/publications/{id}/resume'),
      ...on('/escalation-policies/{code}', '', '/preview'),
      ...on('/training', '', '/reset'),
      ...on('/operations/failed-effects/{id}', '/retry'),
      'POST /retention/rules',
      'POST /axis/partners',
    ],
  ],
];

/** What even an account that only looks may send: it moves no file, only its own things or its own checks. */
const LOOKING: ReadonlySet<OperationName> = new Set<OperationName>([
  'POST /auth/logout',
  'POST /auth/password',
  'POST /search',
  'POST /inbox/read-all',
  'POST /inbox/{id}/read',
  'POST /me/sessions/end-others',
  'POST /me/sessions/{session}/end',
  'POST /me/second-factor',
  'POST /me/second-factor/confirm',
  'POST /me/second-factor/remove',
  'POST /me/contacts',
  'DELETE /me/contacts/{channel}',
  'PUT /me/settings/{key}',
  'DELETE /me/settings/{key}',
  'POST /delegations',
  'POST /delegations/{id}/end',
  'POST /absences',
  'POST /identity-releases',
  'POST /identity-releases/{id}/readings',
  'POST /case-files/{id}/identity-readings',
  // A step nobody knows is told before roles are asked; each step names its own.
  'POST /case-files/{id}/events',
  'POST /petitions/{id}/attachments/{attachmentId}/original-readings',
  'POST /petitions/{id}/attachments/{attachmentId}/page-readings',
  'PUT /public/status/{lookupCode}/rating',
  'POST /public/filings',
  'POST /auth/login',
]);

const ROLES_OF: ReadonlyMap<OperationName, readonly Role[]> = new Map(
  BY_ROLE.flatMap(([roles, names]) => names.map((name) => [name, roles] as const)),
);

/** What changes every agency at once: for the administrators of the province, not for those of an agency below. */
const WHOLE_PROVINCE: ReadonlySet<OperationName> = new Set<OperationName>([
  ...on('/calendar', '/previews', '/publications', '/publications/{id}/cancel', '/publications/{id}/resume'),
  ...on('/administration/remote-areas', '', '/{id}/end'),
  ...on('/administration/report-forms', '', '/{form}/end'),
  ...on('/training', '', '/reset'),
  ...on('/operations/failed-effects/{id}', '/retry'),
  ...on('/emergency-accesses', '', '/{id}/end'),
  'POST /retention/rules',
]);

export const isForTheProvince = (name: OperationName): boolean => WHOLE_PROVINCE.has(name);
/** Null: the operation is for every account. */
export const rolesOf = (name: OperationName): readonly Role[] | null => ROLES_OF.get(name) ?? null;
export const isForLooking = (name: OperationName): boolean =>
  name.startsWith('GET ') ||
  name.startsWith('HEAD ') ||
  LOOKING.has(name) ||
  rolesOf(name)?.includes('inspector') === true;
export const NAMED_OPERATIONS: readonly OperationName[] = [...ROLES_OF.keys(), ...LOOKING];

/** What the id in a path names: judged before a refusal of the body tells that it is there. */
export type Target =
  | 'petition'
  | 'caseFile'
  | 'paper'
  | 'paperTemplate'
  | 'importBatch'
  | 'task'
  | 'receptionSchedule'
  | 'receptionSession'
  | 'receptionVisit'
  | 'receptionTask'
  | 'receptionOpinion'
  | 'openingBalance'
  | 'upload'
  | 'retentionProposal'
  | 'breach'
  | 'issuedReport'
  | 'inspection'
  | 'inspectionSample'
  | 'inspectionList'
  | 'axisMessage'
  | 'nationalPackage'
  | 'administeredUser'
  | 'administeredAgency';

/** The longest beginning that fits speaks. */
const TARGETS: readonly (readonly [string, Target])[] = [
  ['/petitions/{id}', 'petition'],
  ['/case-files/{id}', 'caseFile'],
  ['/documents/{id}', 'paper'],
  ['/document-templates/{id}', 'paperTemplate'],
  ['/imports/{id}', 'importBatch'],
  ['/tasks/{id}', 'task'],
  ['/reception/schedules/{id}', 'receptionSchedule'],
  ['/reception/sessions/{id}', 'receptionSession'],
  ['/reception/dialogues/{id}', 'receptionSession'],
  ['/reception/visits/{id}', 'receptionVisit'],
  ['/reception/tasks/{id}', 'receptionTask'],
  ['/reception/opinions/{id}', 'receptionOpinion'],
  ['/administration/opening-balances/{id}', 'openingBalance'],
  ['/uploads/{id}', 'upload'],
  ['/retention/proposals/{id}', 'retentionProposal'],
  ['/breaches/{id}', 'breach'],
  ['/issued-reports/{id}', 'issuedReport'],
  ['/inspections/{id}', 'inspection'],
  ['/inspection-samples/{id}', 'inspectionSample'],
  ['/inspection-lists/{id}', 'inspectionList'],
  ['/axis/messages/{id}', 'axisMessage'],
  ['/national/packages/{id}', 'nationalPackage'],
  ['/administration/users/{id}', 'administeredUser'],
  ['/administration/agencies/{code}', 'administeredAgency'],
  ['/agencies/{code}', 'administeredAgency'],
  ['/escalation-policies/{code}', 'administeredAgency'],
];

export function targetOf(name: OperationName): Target | null {
  const path = name.slice(name.indexOf(' ') + 1);
  return TARGETS.find(([start]) => path === start || path.startsWith(`${start}/`))?.[1] ?? null;
}
