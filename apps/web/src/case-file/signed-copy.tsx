import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef } from 'react';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { ProblemAlert } from '../ui/feedback.js';
import { fileSize } from '../ui/text.js';
import { useRefreshCase } from './case-queries.js';

/** The signed PDF is kept byte for byte; whether it carries a digital signature is shown, not judged. */
export function SignedCopy({ paper, caseFileId }: { paper: Dto<'Document'>; caseFileId: string }) {
  const input = useRef<HTMLInputElement>(null);
  const client = useQueryClient();
  const refresh = useRefreshCase(caseFileId);
  const kept = paper.contents.find(({ kind }) => kind === 'signed');
  const upload = useMutation({
    mutationFn: (file: File) => {
      const body = new FormData();
      body.append('file', file);
      return ok(
        api.POST('/api/v1/documents/{id}/signed', {
          params: { path: { id: paper.id } },
          body: body as never,
          bodySerializer: (form: unknown) => form as FormData,
        }),
      );
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['document', paper.id] });
      await refresh();
    },
  });
  if (kept)
    return (
      <p className="small">
        <a href={`/api/v1/documents/${paper.id}/signed`}>Bản đã ký</a> ({fileSize(kept.sizeBytes)}
        {signed(kept.signature)}); mã SHA-256: <span className="num wrap-anywhere">{kept.sha256}</span>
      </p>
    );
  if (!paper.actions.includes('uploadSigned')) return null;
  return (
    <div>
      <input
        ref={input}
        type="file"
        accept=".pdf"
        style={{ display: 'none' }}
        aria-label="Chọn bản PDF đã ký"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) upload.mutate(file);
          event.target.value = '';
        }}
      />
      <Button loading={upload.isPending} onClick={() => input.current?.click()}>
        Tải lên bản đã ký (PDF)
      </Button>
      <ProblemAlert error={upload.error} />
    </div>
  );
}

function signed(signature: Record<string, unknown> | null | undefined): string {
  const count = Number(signature?.['count'] ?? 0);
  return count > 0 ? `, có ${count} chữ ký số` : ', không thấy chữ ký số';
}
