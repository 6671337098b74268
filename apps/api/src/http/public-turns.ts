import {
  type CallHandler,
  type CustomDecorator,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { addressKey } from '#libs/access';
import type { FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { Turns } from './turns.js';

const SECOND = 1_000;
/** What strangers may have in work at once, of the sixteen connections of a process. Internal rules, not law. */
const TURNS = {
  /** Looking up a petition, rating, figures. */
  lookup: new Turns({ inWork: 3, waiting: 60, perAddress: 12, patienceMs: 5 * SECOND, comeAgainS: 10 }),
  /** A petition with its files is read into memory, up to fifty megabytes: few at once, and nobody waits in line with a body. */
  filing: new Turns({ inWork: 8, waiting: 0, perAddress: 2, patienceMs: SECOND, comeAgainS: 30 }),
  /** Passwords are dear to check. A whole province comes to work within minutes, a commune from one address. */
  signIn: new Turns({ inWork: 4, waiting: 300, perAddress: 60, patienceMs: 10 * SECOND, comeAgainS: 10 }),
} as const;
export type TurnName = keyof typeof TURNS;

/** Of filings that have been read, so many are written at once. Whoever has been read is not sent away: there is room for all. */
export const FILING_WRITES = new Turns({
  ...{ inWork: 2, waiting: 8, perAddress: 8 },
  ...{ patienceMs: 60 * SECOND, comeAgainS: 30 },
});

const TURN = 'nghe-dan:turn';
/** For routes without an account that cost something: strangers wait among themselves. */
export const InTurn = (name: TurnName): CustomDecorator => SetMetadata(TURN, name);

@Injectable()
export class PublicTurns implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const name = this.reflector.get<TurnName | undefined>(TURN, context.getHandler());
    if (name === undefined) return next.handle();
    const { ip } = context.switchToHttp().getRequest<FastifyRequest>();
    return from(TURNS[name].take(addressKey(ip), () => lastValueFrom(next.handle(), { defaultValue: undefined })));
  }
}
