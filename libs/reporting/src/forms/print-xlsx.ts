import type { Worksheet } from '@cj-tech-master/excelts';
import { heightOf } from '#libs/documents';
import { wordsOf } from './cells.js';
import type { PrintedForm } from './printed.js';
import { sheetOf } from './sheet-of-form.js';
import { BOX, FONT, workbookOf } from './sheet-xlsx.js';

/** The form as it is handed in, and a sheet that tells how columns count. */
export const printXlsx = (printed: PrintedForm): Promise<Buffer> =>
  workbookOf([sheetOf(printed)], (file) =>
    explain(
      file.addWorksheet('Cách đếm', {
        pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      }),
      printed,
    ),
  );

/** How each column counts, in a sentence an inspector can hold a case against. */
function explain(page: Worksheet, { form }: PrintedForm): void {
  [6, 46, 10, 90].forEach((width, place) => (page.getColumn(place + 1).width = width));
  const line = (at: number, values: readonly (string | number)[], bold = false): void =>
    values.forEach((value, column) => {
      const cell = page.getCell(at, column + 1);
      cell.value = value;
      cell.font = { name: FONT, size: 10, bold };
      cell.border = BOX;
      cell.alignment = {
        vertical: 'middle',
        wrapText: true,
        horizontal: column === 0 || column === 2 ? 'center' : 'left',
      };
    });
  line(1, ['Cột', 'Tên cột', 'ĐVT', 'Cách đếm'], true);
  form.columns.forEach((column, place) => {
    const says = wordsOf(column);
    line(place + 2, [column.no, [...column.group, column.title].join(' › '), column.unit, says]);
    page.getRow(place + 2).height = heightOf(says, { mm: 165, size: 10 });
  });
  form.identities.forEach(({ formula, severity, note }, place) => {
    const must = severity === 'error' ? 'Không khớp thì không xuất được.' : 'Không khớp thì nhắc, vẫn xuất được.';
    line(form.columns.length + 3 + place, ['', `Công thức ${formula}`, '', [must, note].filter(Boolean).join(' ')]);
  });
  page.pageSetup.printTitlesRow = '1:1';
}
