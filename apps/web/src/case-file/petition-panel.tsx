import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { Dto } from '../api/types.js';
import { FilesField } from '../counter/files-field.js';
import { SealedAttachment } from '../identity/sealed-attachment.js';
import { SecrecyPanel } from '../identity/secrecy-panel.js';
import { mayHoldDenunciation } from '../offline/may-hold-denunciation.js';
import { useReadsOnly, useUser } from '../sign-in/session.js';
import { CorrectPetition } from '../counter/correct-petition.js';
import { CorrectionHistory } from '../counter/correction-history.js';
import { day, instant } from '../ui/dates.js';
import { Loaded } from '../ui/feedback.js';
import { CHANNEL, label, MASKED, PETITION_TYPE } from '../ui/labels.js';
import { fileSize } from '../ui/text.js';
import { UnfinishedUploads } from '../uploads/unfinished-uploads.js';
import { startUploads } from '../uploads/upload-manager.js';
import { usePetition } from './case-queries.js';
import { OnlineFiling } from './online-filing.js';
import { Petitioners } from './petitioners.js';
import { SplitParts } from './split-parts.js';
import { VoidNumber } from './void-number.js';

type Petition = Dto<'Petition'>;
export function PetitionPanel({ caseFile }: { caseFile: Dto<'CaseFile'> }) {
  const petition = usePetition(caseFile.petitionId);
  const readsOnly = useReadsOnly();
  return (
    <Loaded query={petition}>
      {(data) => (
        <div className="stack">
          {caseFile.stage === 'splitting' && !readsOnly && <SplitParts petition={data} caseFileId={caseFile.id} />}
          <PetitionFacts petition={data} />
          <OnlineFiling petitionId={data.id} channel={data.channel} />
          <CorrectionHistory petitionId={data.id} />
          <Petitioners petition={data} />
          <Attachments petition={data} />
          {data.sealed && <SecrecyPanel petitionId={data.id} readsOnly={readsOnly} />}
        </div>
      )}
    </Loaded>
  );
}

function PetitionFacts({ petition }: { petition: Petition }) {
  const facts: [string, string | null | undefined][] = [
    ['Loại đơn', label(PETITION_TYPE, petition.type)],
    ['Đơn tự ghi là', petition.titleType],
    ['Nguồn đơn', label(CHANNEL, petition.channel)],
    ['Cơ quan chuyển', petition.forwarderName],
    ['Ngày nhận', day(petition.receivedOn)],
    ['Vào sổ', `${instant(petition.registeredAt)}, ${petition.registeredBy}`],
    ['Lĩnh vực', petition.field],
    ['Người bị khiếu nại', petition.respondent],
    ['Quyết định bị khiếu nại', petition.challengedDecision],
    [
      'Số người',
      petition.petitionerCount > 1
        ? `${petition.petitionerCount}${petition.jointPetition ? ', cùng một nội dung' : ''}`
        : null,
    ],
  ];
  return (
    <section className="panel" aria-labelledby="facts-title">
      <div className="panel-head">
        <h2 id="facts-title">Đơn số {petition.registerLabel}</h2>
        <span className="after">
          <CorrectPetition petition={petition} /> <VoidNumber petition={petition} />
        </span>
      </div>
      {petition.voided && (
        <Alert
          type="warning"
          showIcon
          title="Số này đã hủy, vẫn giữ trong sổ"
          description={`${petition.voidReason ?? ''} (${instant(petition.voidedAt)})`}
          style={{ marginBottom: 10 }}
        />
      )}
      {petition.sealed && (
        <Alert
          type="info"
          showIcon
          title={MASKED}
          description="Họ tên, địa chỉ người gửi và nội dung đơn được niêm phong; tài khoản này chỉ xem được các mục dưới đây."
          style={{ marginBottom: 10 }}
        />
      )}
      <dl className="facts">
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd className="num">{value}</dd>
            </div>
          ))}
      </dl>
      {petition.content && (
        <>
          <h3 style={{ margin: '12px 0 4px' }}>Nội dung</h3>
          <div className="petition-text">{petition.content}</div>
        </>
      )}
    </section>
  );
}

function Attachments({ petition }: { petition: Petition }) {
  const user = useUser();
  const sealed = petition.sealed || mayHoldDenunciation({ type: petition.type, content: petition.content ?? '' });
  const [files, setFiles] = useState<File[]>([]);
  const readsOnly = useReadsOnly();
  const upload = () => {
    void startUploads({ userId: user.id, petitionId: petition.id, files, sealed });
    setFiles([]);
  };
  return (
    <section className="panel" aria-labelledby="attachments-title">
      <h2 id="attachments-title">Tài liệu kèm theo</h2>
      {petition.attachments.length === 0 && <p className="muted">Chưa có tài liệu nào.</p>}
      {petition.attachments.length > 0 && (
        <ul className="files" style={{ listStyle: 'none', margin: '0 0 10px', padding: 0 }}>
          {petition.attachments
            .filter((file) => file.sealed)
            .map((file) => (
              <SealedAttachment key={file.id} petitionId={petition.id} file={file} readsOnly={readsOnly} />
            ))}
          {petition.attachments
            .filter((file) => !file.sealed)
            .map((file) => (
              <li key={file.id} style={{ padding: '3px 0' }}>
                <a href={`/api/v1/petitions/${petition.id}/attachments/${file.id}`} download>
                  {file.fileName ?? 'Tài liệu'}
                </a>{' '}
                <span className="muted small num">
                  {fileSize(file.sizeBytes)} · {file.uploadedBy} · {instant(file.uploadedAt)}
                </span>
              </li>
            ))}
        </ul>
      )}
      {!readsOnly && <FilesField files={files} onChange={setFiles} />}
      {files.length > 0 && (
        <Button type="primary" size="small" onClick={upload} style={{ marginTop: 8 }}>
          Tải lên {files.length} tệp
        </Button>
      )}
      {!readsOnly && <UnfinishedUploads petitionId={petition.id} sealed={sealed} />}
    </section>
  );
}
