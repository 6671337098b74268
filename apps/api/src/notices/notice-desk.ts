import type { Actor } from '#libs/access';
import {
  type Channel,
  CHANNELS,
  type ContactOwner,
  type Contacts,
  giveContact,
  type Messages,
} from '#libs/notifications';
import type { CaseFileId, PetitionId } from '#libs/shared';
import { TOPIC_TITLES } from '#workflows';
import { notFound } from '../http/id-param.js';
import { mustBe } from '../http/rights.js';
import type { ContactDto, ContactListDto, DeliveryListDto, NewContactDto } from './notice.dto.js';

const DESK = ['receptionist', 'caseOfficer', 'unitHead'] as const;
/** Internal rule: nobody is written to at night unless they ask for it. */
const NIGHT = { from: '21:00', to: '07:00' } as const;

export class NoticeDesk {
  constructor(private readonly parts: { readonly contacts: Contacts; readonly messages: Messages }) {}

  async mine(actor: Actor): Promise<ContactListDto> {
    return { items: [...(await this.parts.contacts.of(actor, { userId: actor.userId }))] };
  }

  giveMine(actor: Actor, body: NewContactDto): Promise<ContactDto> {
    return this.give(actor, { userId: actor.userId }, body);
  }

  giveForPetition(actor: Actor, petitionId: string, body: NewContactDto): Promise<ContactDto> {
    mustBe(actor, DESK, 'Ghi nơi nhận thông báo của công dân');
    return this.give(actor, { petitionId: petitionId as PetitionId }, body);
  }

  async ofPetition(actor: Actor, petitionId: string): Promise<ContactListDto> {
    mustBe(actor, DESK, 'Xem nơi nhận thông báo của công dân');
    return { items: [...(await this.parts.contacts.of(actor, { petitionId: petitionId as PetitionId }))] };
  }

  async withdrawMine(actor: Actor, channel: string): Promise<void> {
    await this.withdraw(actor, { userId: actor.userId }, channel);
  }

  async withdrawForPetition(actor: Actor, petitionId: string, channel: string): Promise<void> {
    mustBe(actor, DESK, 'Ghi nơi nhận thông báo của công dân');
    await this.withdraw(actor, { petitionId: petitionId as PetitionId }, channel);
  }

  async deliveries(actor: Actor, caseFileId: string): Promise<DeliveryListDto> {
    const lines = await this.parts.messages.ofCase(actor, caseFileId as CaseFileId);
    return { items: lines.map(({ topic, ...line }) => ({ ...line, title: TOPIC_TITLES[topic] ?? topic })) };
  }

  private give(actor: Actor, owner: ContactOwner, body: NewContactDto): Promise<ContactDto> {
    const { channel, address, quietFrom = NIGHT.from, quietTo = NIGHT.to } = body;
    return giveContact(this.parts.contacts, actor, { owner, contact: { channel, address, quietFrom, quietTo } });
  }

  private async withdraw(actor: Actor, owner: ContactOwner, channel: string): Promise<void> {
    const known = CHANNELS.find((one): one is Channel => one === channel);
    if (!known || !(await this.parts.contacts.withdraw(actor, owner, known)))
      throw notFound('Không có nơi nhận thông báo nào theo kênh này.');
  }
}
