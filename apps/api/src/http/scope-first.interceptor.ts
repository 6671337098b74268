import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { catchError, from, mergeMap, type Observable, throwError } from 'rxjs';
import type { Actor } from '#libs/access';
import type { SignedInRequest } from './actor.js';
import { notFound } from './id-param.js';
import { type OperationName, targetOf, type Target } from './operation-rights.js';
import { operationOf } from './operation.js';
import { asShape } from './problem.js';

/** Whether somebody sees the thing a path names. */
export abstract class Sight {
  abstract sees(actor: Actor, target: Target, id: string): Promise<boolean>;
}

/** Lists that row security would leave empty for who does not see the thing they belong to. */
const EMPTY_FOR_STRANGERS: ReadonlySet<OperationName> = new Set<OperationName>([
  'GET /petitions/{id}/contacts',
  'GET /case-files/{id}/notices',
]);
/** What the operation itself may take away before it is refused: asked for beforehand. */
const GONE_AFTERWARDS: ReadonlySet<OperationName> = new Set<OperationName>(['POST /uploads/{id}/finish']);
/** What a body is refused with, whatever it is about. */
const OF_THE_BODY = new Set([400, 412, 413, 415, 422, 428]);

/**
 * A fault of the body must not tell that the thing in the path exists: before it is answered, whoever asks must see that thing.
 * The check costs nothing where the request is in order.
 */
@Injectable()
export class ScopeFirst implements NestInterceptor {
  constructor(private readonly sight: Sight) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const name = operationOf(request);
    const beforehand = EMPTY_FOR_STRANGERS.has(name) || GONE_AFTERWARDS.has(name);
    const asked = beforehand ? this.seen(request) : Promise.resolve(true);
    return from(asked).pipe(
      mergeMap((seen) => (seen ? next.handle() : throwError(() => notFound()))),
      catchError((error: unknown) => {
        return from(this.hidden(error, request)).pipe(
          mergeMap((hidden) => throwError(() => (hidden ? notFound() : error))),
        );
      }),
    );
  }

  private async hidden(error: unknown, request: SignedInRequest): Promise<boolean> {
    if (
      request.method === 'GET' ||
      GONE_AFTERWARDS.has(operationOf(request)) ||
      !OF_THE_BODY.has(asShape(error)?.status ?? 0)
    )
      return false;
    return !(await this.seen(request));
  }

  private async seen(request: SignedInRequest): Promise<boolean> {
    const actor = request.session?.actor;
    const target = targetOf(operationOf(request));
    const { id, code } = request.params as { id?: string; code?: string };
    const named = id ?? code;
    return !actor || target === null || named === undefined || this.sight.sees(actor, target, named);
  }
}
