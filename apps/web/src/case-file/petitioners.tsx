import type { Dto } from '../api/types.js';
import { day } from '../ui/dates.js';
import { label } from '../ui/labels.js';

const PERSON_ROLE: Record<string, string> = {
  petitioner: 'Người đứng đơn',
  representative: 'Người đại diện',
  authorized: 'Người được ủy quyền',
  signatory: 'Người cùng ký đơn',
};
const SEX: Record<string, string> = { male: 'Nam', female: 'Nữ' };

/** The people of a petition; of a protected one the API sends no names. */
export function Petitioners({ petition }: { petition: Dto<'Petition'> }) {
  return (
    <section className="panel flush" aria-labelledby="people-of-petition">
      <h2 id="people-of-petition" style={{ padding: '12px 16px 6px' }}>
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
