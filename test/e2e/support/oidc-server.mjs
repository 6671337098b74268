// A real OpenID Connect provider on this machine, for test/e2e/ways-in.spec.ts: two people, no passwords, `amr` by name.
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const [port, redirectUri] = process.argv.slice(2);
const issuer = `http://localhost:${port}`;
const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'nghe-dan',
      client_secret: 'khoa-bi-mat-cua-ung-dung',
      redirect_uris: [redirectUri],
      grant_types: ['authorization_code'],
      response_types: ['code'],
    },
  ],
  pkce: { required: () => true },
  cookies: { keys: ['mot-khoa-chi-de-thu'] },
  claims: { openid: ['sub', 'amr'] },
  conformIdTokenClaims: false,
  features: { devInteractions: { enabled: false } },
  findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
  interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
});
const callback = provider.callback();

// Whoever is named in the query signs in; what is asked for is granted.
const server = createServer(async (request, response) => {
  if (!request.url.startsWith('/interaction/')) return callback(request, response);
  const { params, prompt, session, grantId } = await provider.interactionDetails(request, response);
  const [sub, amr] = (params.login_hint ?? 'nobody').split('+');
  if (prompt.name === 'login')
    return provider.interactionFinished(request, response, { login: { accountId: sub, amr: amr ? [amr] : ['pwd'] } });
  const grant = grantId
    ? await provider.Grant.find(grantId)
    : new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  grant.addOIDCScope('openid');
  grant.addOIDCClaims(['sub', 'amr']);
  return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
});
server.listen(Number(port), '127.0.0.1', () => process.stdout.write('ready\n'));
