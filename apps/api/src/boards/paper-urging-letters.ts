import type { Actor } from '#libs/access';
import type { PaperService } from '#libs/documents';
import { UrgingLetters } from '#libs/oversight';
import type { LeaderBoards } from '#libs/persistence';
import type { LocalDate } from '#libs/shared';
import { ruleTitle } from '../http/labels.js';

/** NĐ 30/2020 writes a day in words, with a nought before days under 10 and months 1 and 2. */
const inWords = (day: LocalDate): string => {
  const month = Number(day.slice(5, 7));
  return `${day.slice(8, 10)} tháng ${month < 3 ? `0${month}` : month} năm ${day.slice(0, 4)}`;
};

/** The letter is a paper of the file like any other: drafted here, then submitted, approved and signed by people. */
export class PaperUrgingLetters extends UrgingLetters {
  constructor(
    private readonly papers: PaperService,
    private readonly figures: LeaderBoards,
  ) {
    super();
  }

  override async draft(tx: object, actor: Actor, letter: Parameters<UrgingLetters['draft']>[2]): Promise<string> {
    const { caseFileId, to, ruleVersion, dueOn, reportBy } = letter;
    const officer = (await this.figures.officers(actor, [to])).get(to);
    return this.papers.draftIn(tx, actor, {
      ...{ caseFileId, form: 'URGING.LETTER' },
      typed: {
        'Nơi được đôn đốc': [officer?.fullName, officer?.title].filter(Boolean).join(', '),
        'Việc quá hạn': ruleTitle(ruleVersion),
        'Ngày hết hạn': inWords(dueOn),
        'Hạn báo cáo': inWords(reportBy),
      },
    });
  }
}
