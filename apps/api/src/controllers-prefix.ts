export const GLOBAL_PREFIX = 'api/v1';
export const OUTSIDE_PREFIX = ['livez', 'readyz', 'metrics', 'api/openapi.json', 'api/docs'];
