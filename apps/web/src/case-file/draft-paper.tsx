import { useMutation } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useRef, useState } from 'react';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { ProblemAlert } from '../ui/feedback.js';
import { randomKey } from '../ui/random-key.js';
import { useRefreshCase } from './case-queries.js';

interface Props {
  readonly caseFileId: string;
  readonly documents: Dto<'CaseDocuments'>;
  readonly onDrafted: (id: string) => void;
}

/** What waits to be drafted first, then every form of the procedure. */
export function DraftPaper({ caseFileId, documents, onDrafted }: Props) {
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const key = useRef(randomKey());
  const refresh = useRefreshCase(caseFileId);
  const draft = useMutation({
    mutationFn: (value: string) => {
      const task = documents.tasks.find(({ id }) => id === value);
      return ok(
        api.POST('/api/v1/case-files/{id}/documents', {
          params: { path: { id: caseFileId }, header: { 'Idempotency-Key': key.current } },
          body: task ? { form: task.form, taskId: task.id } : { form: value },
        }),
      );
    },
    onSuccess: async (paper) => {
      key.current = randomKey();
      setChosen(undefined);
      await refresh();
      onDrafted(paper.id);
    },
    onError: () => (key.current = randomKey()),
  });
  const tasks = documents.tasks.map(({ id, title }) => ({ value: id, label: title }));
  const forms = documents.allowed.map(({ code, title }) => ({ value: code, label: title }));
  return (
    <div>
      <div className="row">
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: 340 }}
          placeholder="Chọn giấy tờ cần soạn"
          aria-label="Giấy tờ cần soạn"
          value={chosen}
          onChange={setChosen}
          options={[
            ...(tasks.length ? [{ label: 'Đang chờ soạn', options: tasks }] : []),
            { label: 'Mọi mẫu của thủ tục này', options: forms },
          ]}
        />
        <Button
          type="primary"
          disabled={!chosen}
          loading={draft.isPending}
          onClick={() => chosen && draft.mutate(chosen)}
        >
          Soạn
        </Button>
      </div>
      <ProblemAlert error={draft.error} />
    </div>
  );
}
