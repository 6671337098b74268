import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { FilesField } from '../counter/files-field.js';
import { uploadFiles } from '../counter/use-register.js';
import { day, instant } from '../ui/dates.js';
import { Loaded, ProblemAlert } from '../ui/feedback.js';
import { CHANNEL, label, MASKED, PETITION_TYPE } from '../ui/labels.js';
import { fileSize } from '../ui/text.js';
import { VoidNumber } from './void-number.js';

type Petition = Dto<'Petition'>;
const PERSON_ROLE: Record<string, string> = {
  petitioner: 'Người đứng đơn',
  representative: 'Người đại diện',
  authorized: 'Người được ủy quyền',
  signatory: 'Người cùng ký đơn',
};
const SEX: Record<string, string> = { male: 'Nam', female: 'Nữ' };
const LINK: Record<string, string> = {
  resend: 'Gửi lại',
  duplicate: 'Trùng',
  split: 'Tách ra',
  'not-resend': 'Đã xem, không phải gửi lại',
};

export function PetitionPanel({ petitionId }: { petitionId: string }) {
  const petition = useQuery({
    queryKey: ['petition', petitionId],
    queryFn: () => ok(api.GET('/api/v1/petitions/{id}', { params: { path: { id: petitionId } } })),
  });
  return (
    <Loaded query={petition}>
      {(data) => (
        <div className="stack">
          <PetitionFacts petition={data} />
          <People petition={data} />
          <Attachments petition={data} />
          <Links petition={data} />
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
          <VoidNumber petition={petition} />
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

function People({ petition }: { petition: Petition }) {
  return (
    <section className="panel flush" aria-labelledby="people-of-petition">
      <h2 id="people-of-petition" style={{ padding: '12px 16px 0' }}>
        Người đứng đơn
      </h2>
      <div className="table-scroll">
        <table className="data cards-on-phone">
          <thead>
            <tr>
              <th>Tư cách</th>
              <th>Họ và tên</th>
              <th>Số định danh</th>
              <th>Sinh</th>
              <th>Giới tính</th>
              <th>Điện thoại</th>
              <th>Địa chỉ</th>
            </tr>
          </thead>
          <tbody>
            {petition.petitioners.map((person) => (
              <tr key={person.id}>
                <td>{label(PERSON_ROLE, person.role)}</td>
                {person.sealed && !person.fullName ? (
                  <td colSpan={6} className="muted">
                    Thông tin được bảo mật
                  </td>
                ) : (
                  <>
                    <td className="strong">{person.fullName}</td>
                    <td className="num">{person.personalId}</td>
                    <td className="num">{day(person.birthDate)}</td>
                    <td>{label(SEX, person.sex)}</td>
                    <td className="num">{person.phone}</td>
                    <td>
                      {person.address}
                      {person.withdrawnOn && <div className="small">Rút ngày {day(person.withdrawnOn)}</div>}
                    </td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Attachments({ petition }: { petition: Petition }) {
  const client = useQueryClient();
  const [files, setFiles] = useState<File[]>([]);
  const upload = useMutation({
    mutationFn: () => uploadFiles(petition.id, files),
    onSuccess: () => {
      setFiles([]);
      void client.invalidateQueries({ queryKey: ['petition', petition.id] });
    },
  });
  return (
    <section className="panel" aria-labelledby="attachments-title">
      <h2 id="attachments-title">Tài liệu kèm theo</h2>
      {petition.attachments.length === 0 && <p className="muted">Chưa có tài liệu nào.</p>}
      {petition.attachments.length > 0 && (
        <ul className="files" style={{ listStyle: 'none', margin: '0 0 10px', padding: 0 }}>
          {petition.attachments.map((file) => (
            <li key={file.id} style={{ padding: '3px 0' }}>
              <a href={`/api/v1/petitions/${petition.id}/attachments/${file.id}`} download>
                {file.fileName ?? 'Tài liệu được bảo mật'}
              </a>{' '}
              <span className="muted small num">
                {fileSize(file.sizeBytes)} · {file.uploadedBy} · {instant(file.uploadedAt)}
              </span>
            </li>
          ))}
        </ul>
      )}
      <FilesField files={files} onChange={setFiles} />
      {files.length > 0 && (
        <Button
          type="primary"
          size="small"
          loading={upload.isPending}
          onClick={() => upload.mutate()}
          style={{ marginTop: 8 }}
        >
          Tải lên {files.length} tệp
        </Button>
      )}
      {upload.error && <ProblemAlert error={upload.error} />}
    </section>
  );
}

function Links({ petition }: { petition: Petition }) {
  if (petition.links.length === 0 && petition.caseFiles.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="links-title">
      <h2 id="links-title">Hồ sơ và đơn liên quan</h2>
      <ul style={{ margin: 0, paddingLeft: 18 }}>
        {petition.caseFiles.map((file) => (
          <li key={file.id}>
            <Link to={`/ho-so/${file.id}`}>{file.procedureTitle}</Link>: {file.stageTitle}
            {file.closedOn && `, kết thúc ${day(file.closedOn)}`}
          </li>
        ))}
        {petition.links.map((link) => (
          <li key={`${link.petitionId}${link.kind}`} className="num">
            {LINK[link.kind]}:{' '}
            {link.registerLabel ? (
              <Link to={`/so-tiep-nhan?q=${encodeURIComponent(link.registerLabel)}`}>đơn số {link.registerLabel}</Link>
            ) : (
              'một đơn ngoài phạm vi tra cứu'
            )}
            {link.score !== null && `, giống ${Math.round(link.score * 100)} %`}
          </li>
        ))}
      </ul>
    </section>
  );
}
