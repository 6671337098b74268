import type { ProcedureDefinition } from '#libs/procedure';
import { allRules, type TimeLimitRule } from '#libs/statute';
import { rulesUsed, type RuleUse } from './arrows.js';
import { RULE_REASONS } from './rule-reasons.js';
import { transitionRows, type BasisRow } from './transition-rows.js';

const code = (text: string): string => `\`${text}\``;
const line = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');

/** Versions of a duty share its use: the version in force on the trigger's date is chosen when the row is opened. */
const usesOf = ({ ruleId, id }: TimeLimitRule, used: ReadonlyMap<string, readonly RuleUse[]>): readonly RuleUse[] =>
  used.get(ruleId) ?? used.get(id) ?? [];

const useText = ({ procedure, event, does }: RuleUse): string => `${does} ${code(`${procedure} ${event}`)}`;

function ruleRow(rule: TimeLimitRule, used: ReadonlyMap<string, readonly RuleUse[]>): readonly string[] {
  const uses = usesOf(rule, used).map(useText);
  return [code(rule.id), rule.title, rule.citation.text, uses.join('; ') || (RULE_REASONS[rule.id] ?? '')];
}

const rowText = ({ arrows, reason }: BasisRow): string =>
  [arrows?.map(code).join(', '), reason].filter(Boolean).join('. ');

/** `docs/legal-basis.md`: every time limit and every transition of the law, with the arrow that carries it or why none does. */
export function legalBasisMarkdown(definitions: readonly ProcedureDefinition[]): string {
  const used = rulesUsed(definitions);
  const groups = [...new Set(transitionRows.map(({ group }) => group))];
  return [
    '# Quy định và nơi thực hiện',
    'Tệp này được tạo từ các quy trình đang chạy (`workflows/legal-basis`); một bài kiểm thử đỏ khi nó cũ.',
    '## Thời hạn',
    table(
      ['Mã', 'Nội dung', 'Căn cứ', 'Mũi tên, hoặc lý do không có mũi tên'],
      allRules().map((rule) => ruleRow(rule, used)),
    ),
    ...groups.flatMap((group) => [
      `## ${group}`,
      table(
        ['Mã', 'Bước theo luật', 'Mũi tên, hoặc lý do không có mũi tên'],
        transitionRows.filter((row) => row.group === group).map((row) => [row.id, row.title, rowText(row)]),
      ),
    ]),
  ]
    .join('\n\n')
    .concat('\n');
}

/** What is wrong with the table, a sentence each: a rule or a row without an arrow and without a reason, an arrow nobody has. */
export function legalBasisFaults(definitions: readonly ProcedureDefinition[], arrows: ReadonlySet<string>): string[] {
  const used = rulesUsed(definitions);
  const rules = allRules();
  const ids = new Set(rules.map(({ id }) => id));
  return [
    ...rules
      .filter((rule) => usesOf(rule, used).length === 0 && !RULE_REASONS[rule.id])
      .map(({ id }) => `${id}: không mũi tên nào dùng và không ghi lý do`),
    ...Object.keys(RULE_REASONS)
      .filter((id) => !ids.has(id))
      .map((id) => `${id}: có lý do mà bộ quy tắc không có`),
    ...rules
      .filter((rule) => usesOf(rule, used).length > 0 && RULE_REASONS[rule.id])
      .map(({ id }) => `${id}: đã có mũi tên, lý do là thừa`),
    ...transitionRows.flatMap(({ id, arrows: named = [], reason }) => [
      ...(named.length === 0 && !reason ? [`${id}: không mũi tên và không ghi lý do`] : []),
      ...named.filter((name) => !arrows.has(name)).map((name) => `${id}: không có mũi tên “${name}”`),
    ]),
  ];
}
