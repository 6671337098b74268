import type { Actor } from '#libs/access';
import { BlindIndex, type KeyVault } from '#libs/identity';
import { lookupHash, readPersonalId } from '#libs/intake';
import type { AgencyDirectory, PetitionList, QuickSearch } from '#libs/persistence';
import { petitionItem } from '../petitions/petition-view.js';
import type { SearchAnswerDto, SearchHitDto } from './search.dto.js';

const SHOWN = 12;
const REGISTER_LABEL = /^\s*\d{1,7}(\/\d{4})?\s*$/;

/** One box for whatever an officer has in hand: a number on paper, a name, an identity card, a receipt. */
export class SearchDesk {
  constructor(
    private readonly parts: {
      readonly list: PetitionList;
      readonly quick: QuickSearch;
      readonly directory: AgencyDirectory;
      readonly vault: KeyVault;
    },
  ) {}

  async find(actor: Actor, q: string): Promise<SearchAnswerDto> {
    const { list, quick, directory, vault } = this.parts;
    const agencies = await directory.all();
    const lookup = lookupHash(q);
    const number = readPersonalId(q, {}).value;
    const id = number === null ? null : await new BlindIndex(vault).ofPersonalId(number);
    const certain = lookup || id ? await quick.byIndex(actor, { id, lookup }) : [];
    const { items: found } = await list.page(actor, { q, limit: SHOWN });
    const hits: SearchHitDto[] = certain.map((row) => ({
      matchedBy: lookup ? ('lookupCode' as const) : ('personalNumber' as const),
      petition: petitionItem(row, agencies),
    }));
    const known = new Set(certain.map((row) => row.id));
    const matchedBy = REGISTER_LABEL.test(q) ? ('number' as const) : ('text' as const);
    for (const row of found) if (!known.has(row.id)) hits.push({ matchedBy, petition: petitionItem(row, agencies) });
    return { items: hits.slice(0, SHOWN) };
  }
}
