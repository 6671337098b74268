import { useQuery } from '@tanstack/react-query';
import { api, ok } from '../api/client.js';
import { SignatureFindings } from '../public/signature-findings.js';
import { instant } from '../ui/dates.js';

const SIGNATURE: Readonly<Record<string, string>> = {
  digital: 'PDF đã ký số',
  scan: 'Bản quét, ảnh chụp đơn giấy đã ký; đối chiếu với bản gốc trước khi thụ lý',
};

/** How a petition came in online and what is known of its signature; nothing where it came another way. */
export function OnlineFiling({ petitionId, channel }: { petitionId: string; channel: string }) {
  const filing = useQuery({
    queryKey: ['online-filing', petitionId],
    queryFn: () => ok(api.GET('/api/v1/petitions/{id}/online-filing', { params: { path: { id: petitionId } } })),
    enabled: channel === 'online',
    retry: false,
  });
  if (!filing.data) return null;
  const { kind, signature, findings, filedAt } = filing.data;
  return (
    <section className="panel" aria-labelledby="online-title">
      <h2 id="online-title">Gửi trực tuyến</h2>
      <p className="num">Gửi lúc {instant(filedAt)}, vào sổ ngay.</p>
      {signature && <p>Chữ ký: {SIGNATURE[signature]}.</p>}
      {kind === 'information' && (
        <p>Thông tin có nội dung tố cáo: gửi trực tuyến không phải hình thức tố cáo (Luật Tố cáo Đ.22, Đ.25).</p>
      )}
      {findings.length > 0 && <SignatureFindings findings={findings} />}
    </section>
  );
}
