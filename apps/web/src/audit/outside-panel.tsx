import { Button } from 'antd';

/** What somebody outside needs: the ledger as this person sees it, and the verifier. */
export function OutsidePanel({ keyId }: { keyId: string | null }) {
  return (
    <section className="panel" aria-labelledby="outside-title">
      <h2 id="outside-title">Kiểm ở máy khác, không cần hệ thống</h2>
      <p>
        Tệp nhật ký gồm các hồ sơ bạn được xem (mã, ngày, kết luận; không có họ tên) và mã băm của mọi lá trong cây, kể
        cả của hồ sơ được bảo mật. Bộ kiểm là một tệp, chạy trên máy có Node, không cần mạng.
      </p>
      <div className="row">
        <Button href="/api/v1/audit/export" download>
          Tải nhật ký
        </Button>
        <Button href="/api/v1/audit/verifier" download>
          Tải bộ kiểm
        </Button>
      </div>
      <p className="small muted" style={{ marginTop: 6 }}>
        <code>node verify.mjs nhat-ky.jsonl{keyId && ` --key ${keyId}`} --against goc-cu.json</code>
      </p>
    </section>
  );
}
