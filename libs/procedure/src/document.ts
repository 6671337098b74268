import { hashOf } from './certificate.js';
import { BEFORE_OPENING } from './define.js';
import { certifiedArrows } from './explore.js';
import { graphOf, stageOf, type RegionGraph } from './graph.js';
import { mermaid } from './mermaid.js';
import type { Candidate } from './compile.js';
import type { ArrowEffect, ProcedureDefinition, StageInfo } from './types.js';

/** The page of `docs/procedures/`: diagram, stages, arrows with their articles, events with their papers. */
export function procedureMarkdown(definition: ProcedureDefinition): string {
  const graphs = graphOf(definition);
  return [
    `# ${definition.title} (\`${definition.name}@${definition.version}\`)`,
    `Trang này được sinh từ máy trạng thái (\`procedure print ${definition.name} --format markdown\`); không sửa tay.`,
    `Mã băm của phiên bản: \`${hashOf(definition)}\`. Áp dụng cho hồ sơ mở từ ${definition.validFrom}. Mũi tên đã được đi thử: ${certifiedArrows(definition).length}.`,
    `\`\`\`mermaid\n${mermaid(definition)}\`\`\``,
    ...graphs.flatMap((graph) => [stageTable(graph), arrowTable(definition, graph)]),
    eventTable(definition),
    requirementTable(definition),
  ]
    .join('\n\n')
    .concat('\n');
}

/** The same for a terminal. */
export function procedureText(definition: ProcedureDefinition): string {
  const lines = [`${definition.title} (${definition.name}@${definition.version})`, `sha256 ${hashOf(definition)}`];
  for (const graph of graphOf(definition)) {
    lines.push('', graph.main ? 'Giai đoạn' : `Vùng song song: ${graph.name}`);
    for (const stage of Object.values(graph.stages)) {
      lines.push(`  ${stage.state} – ${stage.title} [${stage.basis.text}]`);
      for (const arrow of graph.arrows.filter((one) => stageOf(one.source) === stage.state))
        lines.push(
          `    ${arrow.event} → ${stageOf(arrow.target ?? arrow.source)}${needs(arrow)}  [${arrow.basis?.text ?? ''}]`,
        );
    }
  }
  return lines.join('\n').concat('\n');
}

const needs = (arrow: Candidate): string =>
  arrow.needs.length > 0 ? `  cần: ${arrow.needs.map((need) => need.code).join(', ')}` : '';

const heading = (graph: RegionGraph, title: string): string =>
  graph.main ? `## ${title}` : `## ${title}: vùng \`${graph.name}\``;
const row = (...cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly string[]): string =>
  [row(...head), row(...head.map(() => '---')), ...rows].join('\n');
const marked = ({ text, mark }: StageInfo['basis']): string => (mark === 'V' ? text : `${text} (chưa kiểm chứng)`);
const code = (text: string): string => `\`${text}\``;

function stageTable(graph: RegionGraph): string {
  const rows = Object.values(graph.stages).map((stage) =>
    row(
      code(stage.state),
      stage.title,
      stage.owner === null ? 'kết thúc' : code(stage.owner),
      'none' in stage.clocks ? stage.clocks.none : stage.clocks.map(code).join(', '),
      marked(stage.basis),
      stage.publicTitle,
    ),
  );
  return `${heading(graph, 'Giai đoạn')}\n\n${table(['Mã', 'Tên', 'Người giữ', 'Thời hạn chạy', 'Căn cứ', 'Trang công khai'], rows)}`;
}

function arrowTable(definition: ProcedureDefinition, graph: RegionGraph): string {
  const rows = graph.arrows.map((arrow) => {
    const from = stageOf(arrow.source);
    const event = definition.events[arrow.event];
    return row(
      from === BEFORE_OPENING ? '(mở hồ sơ)' : code(from),
      event ? `${event.title} (${code(arrow.event)})` : 'Mở hồ sơ',
      arrow.target === null ? '(giữ nguyên)' : code(stageOf(arrow.target)),
      arrow.needs.map((need) => code(need.code)).join(', '),
      arrow.effects.map(effectText).join('; '),
      arrow.basis ? marked(arrow.basis) : '',
    );
  });
  return `${heading(graph, 'Mũi tên')}\n\n${table(['Từ', 'Bước', 'Đến', 'Điều kiện', 'Kéo theo', 'Căn cứ'], rows)}`;
}

function eventTable(definition: ProcedureDefinition): string {
  const rows = Object.values(definition.events).map((event) =>
    row(
      code(event.type),
      event.title,
      event.roles.map(code).join(', '),
      event.input
        .map((field) => `${field.label} (${code(field.name)}${field.required ? '' : ', không bắt buộc'})`)
        .join('; '),
      event.paper ?? '',
      marked(event.basis),
    ),
  );
  return `## Các bước\n\n${table(['Mã', 'Tên', 'Ai làm', 'Mẫu nhập', 'Văn bản', 'Căn cứ'], rows)}`;
}

function requirementTable(definition: ProcedureDefinition): string {
  const rows = Object.values(definition.requirements).map((requirement) =>
    row(code(requirement.code), requirement.title, marked(requirement.citation)),
  );
  return `## Điều kiện\n\n${table(['Mã', 'Nội dung', 'Căn cứ'], rows)}`;
}

function effectText(effect: ArrowEffect): string {
  const condition = effect.when === undefined ? '' : ` (nếu ${code(effect.when)})`;
  switch (effect.type) {
    case 'deadline.open':
      return `mở ${code(effect.rule)} từ ${code(effect.startFact)}${effect.variant ? `, mức ${effect.variant}` : ''}${condition}`;
    case 'deadline.close':
      return `${effect.outcome === 'met' ? 'xong' : 'hủy'} ${code(effect.rule)}${condition}`;
    case 'deadline.pause':
      return `dừng ${code(effect.rule)}${condition}`;
    case 'deadline.resume':
      return `chạy tiếp ${code(effect.rule)}${condition}`;
    case 'deadline.prolong':
      return `kéo dài ${code(effect.rule)}${condition}`;
    case 'deadline.extend':
      return `gia hạn ${code(effect.rule)}${condition}`;
    case 'document.issue':
      return `văn bản ${code(effect.form)}${condition}`;
    case 'notify':
      return `báo ${effect.to.map(code).join(', ')}${condition}`;
    case 'case.spawn':
      return `mở hồ sơ ${code(effect.procedure)}${effect.per ? ' cho từng nội dung' : ''}${effect.agencyFact ? ` tại ${code(effect.agencyFact)}` : ''}${condition}`;
    case 'case.link':
      return `liên kết (${code(effect.link)}) với ${code(effect.caseFact)}${condition}`;
    case 'case.tell':
      return `báo bước ${code(effect.event)} cho hồ sơ liên quan (${code(effect.to)})${condition}`;
    case 'case.grant':
      return `cấp quyền đọc (${code(effect.capacity)}) theo ${code(effect.userFact)}${condition}`;
    case 'case.revoke':
      return `thu quyền đọc theo ${code(effect.userFact)}${condition}`;
    case 'case.move':
      return `chuyển hồ sơ cho ${code(effect.agencyFact)}${condition}`;
    case 'case.assign':
      return `giao theo ${code(effect.userFact)}${condition}`;
    case 'task.open':
      return `việc ${code(effect.task)}${condition}`;
    case 'fact.remember':
      return `nhớ ${code(effect.fact)}${condition}`;
  }
}
