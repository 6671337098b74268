import type { Actor } from '#libs/access';
import {
  type Addressee,
  type PaperService,
  type PaperViews,
  type SlipChannel,
  type TemplateService,
} from '#libs/documents';
import type { AgencyDirectory } from '#libs/persistence';
import type { AgencyId, CaseFileId, Clock, LocalDate } from '#libs/shared';
import { notFound } from '../http/id-param.js';
import { procedureTitle } from '../http/labels.js';
import type {
  DocumentDto,
  DocumentFieldsDto,
  DocumentRegisterDto,
  FileIndexDto,
  NewDocumentDto,
  PageCountDto,
  RegisterQuery,
  SlipInputDto,
  TemplateListDto,
  WaitingDocumentListDto,
} from './document.dto.js';

export interface DocumentDeskParts {
  readonly service: PaperService;
  readonly views: PaperViews;
  readonly templates: TemplateService;
  readonly directory: AgencyDirectory;
  readonly clock: Clock;
}
interface Ref {
  readonly id: string;
  readonly rev: number;
}

/** Papers of case files as the screens ask for them. */
export class DocumentDesk {
  readonly templates: TemplateService;

  constructor(private readonly parts: DocumentDeskParts) {
    this.templates = parts.templates;
  }

  async draft(actor: Actor, caseFileId: string, body: NewDocumentDto, idempotencyKey?: string): Promise<DocumentDto> {
    const { form, taskId, size, typed } = body;
    const id = await this.parts.service.draft(actor, {
      ...{ caseFileId: caseFileId as CaseFileId, form },
      ...(taskId && { taskId }),
      ...(size && { size }),
      ...(typed && { typed }),
      ...(idempotencyKey && { idempotencyKey }),
    });
    return this.get(actor, id);
  }

  async get(actor: Actor, id: string): Promise<DocumentDto> {
    return (await this.parts.views.get(actor, id)) as unknown as DocumentDto;
  }

  async waiting(actor: Actor): Promise<WaitingDocumentListDto> {
    const { papers, more } = await this.parts.views.waiting(actor);
    return {
      more,
      items: papers.map(({ actions, procedureVersion, ...row }) => ({
        ...row,
        actions: [...actions],
        procedureTitle: procedureTitle(row.procedure, procedureVersion),
      })),
    };
  }

  async edit(actor: Actor, ref: Ref, { typed = {}, size }: DocumentFieldsDto): Promise<DocumentDto> {
    await this.parts.service.edit(actor, ref, { typed, ...(size && { size }) });
    return this.get(actor, ref.id);
  }

  /** One act, then the paper as it stands after it. */
  async act(actor: Actor, id: string, act: (service: PaperService) => Promise<void>): Promise<DocumentDto> {
    await act(this.parts.service);
    return this.get(actor, id);
  }

  content(actor: Actor, id: string, kind: 'docx' | 'pdf' | 'signed') {
    return this.parts.service.content(actor, id, kind);
  }

  async putSlip(actor: Actor, id: string, body: SlipInputDto): Promise<DocumentDto> {
    const { address = '', proof = '', sentOn, deliveredOn, addressee, channel, recipient, id: slip } = body;
    await this.parts.views.putSlip(actor, id, {
      ...(slip && { id: slip }),
      ...{ addressee: addressee as Addressee, channel: channel as SlipChannel, recipient, address, proof },
      sentOn: (sentOn as LocalDate | undefined) ?? null,
      deliveredOn: (deliveredOn as LocalDate | undefined) ?? null,
    });
    return this.get(actor, id);
  }

  async register(actor: Actor, { agency, year }: RegisterQuery): Promise<DocumentRegisterDto> {
    const wanted = year ?? Number((await this.parts.clock.today()).slice(0, 4));
    const agencyId = await this.agencyId(actor, agency);
    const items = await this.parts.views.register(actor, { agencyId, year: wanted });
    return { year: wanted, items: items as unknown as DocumentRegisterDto['items'] };
  }

  async index(actor: Actor, caseFileId: string): Promise<FileIndexDto> {
    const items = await this.parts.views.index(actor, caseFileId as CaseFileId);
    return { items: items as unknown as FileIndexDto['items'] };
  }

  async countPages(actor: Actor, caseFileId: string, items: readonly PageCountDto[]): Promise<FileIndexDto> {
    await this.parts.views.countPages(actor, caseFileId as CaseFileId, items);
    return this.index(actor, caseFileId);
  }

  async templateList(actor: Actor, on?: string): Promise<TemplateListDto> {
    return {
      items: (await this.templates.list(actor, on as LocalDate | undefined)) as unknown as TemplateListDto['items'],
    };
  }

  private async agencyId(actor: Actor, code: string | undefined): Promise<AgencyId> {
    if (!code) return actor.agencyId;
    const found = [...(await this.parts.directory.all()).values()].find((one) => one.code === code);
    if (!found || !actor.agencies.includes(found.id)) throw notFound('Không có cơ quan này trong phạm vi của bạn.');
    return found.id;
  }
}
