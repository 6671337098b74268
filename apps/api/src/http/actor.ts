import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Actor, Session } from '#libs/access';
import type { FastifyRequest } from 'fastify';

export const PUBLIC_ROUTE = 'nghe-dan:public';
/** No account needed. Everything else asks for a session. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(PUBLIC_ROUTE, true);

export const ONE_TIME_PASSWORD_ROUTE = 'nghe-dan:one-time-password';
/** Open to an account whose password somebody else has set; everything else waits until it is changed. */
export const OneTimePassword = (): MethodDecorator => SetMetadata(ONE_TIME_PASSWORD_ROUTE, true);

export interface SignedInRequest extends FastifyRequest {
  session?: Session;
}

const sessionOf = (context: ExecutionContext): Session => {
  const { session } = context.switchToHttp().getRequest<SignedInRequest>();
  if (!session) throw new Error('A route that reads the actor must not be public');
  return session;
};

export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor => sessionOf(context).actor,
);
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext): Session =>
  sessionOf(context),
);
