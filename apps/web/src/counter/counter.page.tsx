import { Alert, Button, Form } from 'antd';
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { toProblem } from '../api/problem.js';
import { KeptView } from '../offline/kept-view.js';
import type { KeptPetition } from '../offline/outbox.js';
import { useToday, useUser } from '../sign-in/session.js';
import { day } from '../ui/dates.js';
import { Loading, ProblemAlert } from '../ui/feedback.js';
import { isSealedType } from '../ui/labels.js';
import { PageHead } from '../ui/page.js';
import { CardScan } from './card-scan.js';
import { forgetDrafts, readDraft } from './draft-store.js';
import { enterMoves } from './enter-moves.js';
import { Notes } from './notes.js';
import { handedFiles, usePutAway } from './handed-over.js';
import { ArrivalFields, ContentFields, PeopleFields } from './petition-fields.js';
import { emptyValues, toBody, type PetitionValues } from './petition-form.js';
import { ResendPanel } from './resend-panel.js';
import { useDraft } from './use-draft.js';
import { useFindings } from './use-findings.js';
import { useRegister, type Registered } from './use-register.js';
import { useResendCheck } from './use-resend-check.js';
import './counter.css';

const ReceiptView = lazy(() => import('./receipt.js').then((m) => ({ default: m.ReceiptView })));

/** Alt+N, the navigation link and each next petition mount the form anew: no word of the one before can stay in it. */
export function CounterPage() {
  const location = useLocation();
  const [round, setRound] = useState(0);
  return <CounterForm key={`${location.key} ${round}`} onAnew={() => setRound((n) => n + 1)} />;
}

function CounterForm({ onAnew }: { onAnew: () => void }) {
  const user = useUser();
  const today = useToday();
  const [form] = Form.useForm<PetitionValues>();
  const [registered, setRegistered] = useState<Registered | null>(null);
  /** Saved without the network: it waits in this browser and has no number. */
  const [kept, setKept] = useState<KeptPetition | null>(null);
  const [files, setFiles] = useState<File[]>(handedFiles);
  usePutAway();
  const { findings, find } = useFindings();
  const restored = useMemo(() => readDraft<PetitionValues>(user.id), [user.id]);
  const [draftOpen, setDraftOpen] = useState(restored !== null);
  const values = Form.useWatch((all: PetitionValues) => all, { form, preserve: true });
  const saved = useDraft(user.id, values, registered === null && kept === null);
  const check = useResendCheck(registered || kept ? undefined : values, today);
  const shell = useRef<HTMLDivElement>(null);

  const register = useRegister(
    (done) => {
      forgetDrafts(user.id);
      setRegistered(done);
    },
    (waiting) => {
      forgetDrafts(user.id);
      setKept(waiting);
    },
  );
  const problem = register.error ? toProblem(register.error) : null;
  const notes = useMemo(() => new Notes(problem?.faults ?? [], check.answer?.notes ?? []), [problem, check.answer]);

  const submit = async () => {
    if (register.isPending || registered || kept) return;
    try {
      await form.validateFields();
    } catch (failure) {
      const name = (failure as { errorFields?: { name: (string | number)[] }[] }).errorFields?.[0]?.name;
      if (name) form.getFieldInstance(name)?.focus?.();
      return;
    }
    const checked = form.getFieldsValue(true) as PetitionValues;
    const { same, rejected } = findings;
    register.mutate({
      body: toBody(checked, today, same?.kind === 'resend' ? same.id : undefined),
      ...{ files, notResends: [...rejected], values: checked },
      ...(same?.kind === 'duplicate' ? { duplicateOf: same.id } : {}),
    });
  };
  const submitRef = useRef(submit);
  submitRef.current = submit;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F9' || event.isComposing) return;
      event.preventDefault();
      void submitRef.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  useEffect(() => {
    if (!registered && !kept) shell.current?.querySelector<HTMLInputElement>('.person input')?.focus();
  }, [registered, kept]);

  const startAnew = () => {
    forgetDrafts(user.id);
    onAnew();
  };

  if (registered)
    return (
      <Suspense fallback={<Loading words="Đang chuẩn bị giấy biên nhận…" />}>
        <ReceiptView
          registered={registered.petition}
          fileFault={registered.fileFault}
          linkFault={registered.linkFault}
          onNext={startAnew}
          onUndone={() => {
            register.reset();
            setDraftOpen(false);
            setRegistered(null);
          }}
        />
      </Suspense>
    );
  if (kept) return <KeptView kept={kept} onNext={startAnew} />;
  const sealed = isSealedType(values?.type);
  return (
    <div ref={shell}>
      <PageHead
        title="Tiếp nhận đơn"
        lead={
          <span className="key-hints">
            <kbd>Enter</kbd> sang ô sau · <kbd>Shift+Enter</kbd> về ô trước · <kbd>F9</kbd> lưu và in · <kbd>F2</kbd>{' '}
            tìm trong sổ · quét thẻ căn cước ở bất kỳ ô nào
          </span>
        }
      />
      <Form<PetitionValues>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={draftOpen && restored ? restored.values : emptyValues(day(today))}
        scrollToFirstError
        onFinish={() => void submit()}
      >
        <div className="counter">
          <div className="stack" style={{ gap: 10 }} onKeyDownCapture={enterMoves}>
            {draftOpen && restored && (
              <Alert
                type="info"
                showIcon
                title={`Đã mở lại bản soạn lưu trên máy này lúc ${new Date(restored.savedAt).toLocaleTimeString('vi-VN', { hour12: false })}, chưa đăng ký`}
                action={
                  <Button size="small" onClick={startAnew}>
                    Bỏ bản soạn
                  </Button>
                }
              />
            )}
            <ArrivalFields notes={notes} />
            {sealed && (
              <Alert
                type="warning"
                showIcon
                title="Họ tên, địa chỉ người gửi và nội dung được niêm phong ngay khi đăng ký"
                description="Sau khi đăng ký, chỉ người có thẩm quyền giải quyết và người được phân công xem được."
              />
            )}
            <CardScan active={!register.isPending} />
            <PeopleFields notes={notes} />
            <ContentFields notes={notes} files={files} onFiles={setFiles} />
            {problem && <ProblemAlert error={problem} />}
            <div className="counter-foot">
              <Button
                type="primary"
                size="large"
                data-enter-stop
                htmlType="button"
                loading={register.isPending}
                onClick={() => void submit()}
              >
                Lưu và in biên nhận <kbd>F9</kbd>
              </Button>
              <Button size="large" onClick={startAnew}>
                Đơn mới <kbd>Alt+N</kbd>
              </Button>
              <span className="saved" role="status" aria-live="polite">
                {saved}
              </span>
            </div>
          </div>
          <aside className="counter-side stack" aria-label="Đối chiếu đơn đã có">
            <ResendPanel
              matches={check.answer?.possibleResends ?? []}
              checking={check.checking}
              sealed={sealed}
              values={values}
              findings={findings}
              onFind={find}
            />
          </aside>
        </div>
      </Form>
    </div>
  );
}
