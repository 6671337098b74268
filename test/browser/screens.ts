/** Every screen of the product with one person who uses it: each is checked by the tests and photographed by `npm run shots`. */
export interface Screen {
  /** The demo account that looks; null: nobody is signed in. */
  readonly person: string | null;
  /** `CASE` stands for the id of a complaint file, `PETITION` for its petition, `CODE` for its lookup code. */
  readonly path: string;
  /** The file name of its picture. */
  readonly name: string;
}

export const SCREENS: readonly Screen[] = [
  { person: null, path: '/dang-nhap', name: 'dang-nhap' },
  { person: null, path: '/tra-cuu', name: 'tra-cuu' },
  { person: null, path: '/tra-cuu/AAAA-BBBB-CCCC', name: 'tra-cuu-khong-co' },
  { person: null, path: '/gui-don', name: 'gui-don' },
  { person: null, path: '/so-lieu', name: 'so-lieu' },
  { person: 'motcua', path: '/tiep-nhan', name: 'tiep-nhan' },
  { person: 'motcua', path: '/so-tiep-nhan', name: 'so-tiep-nhan' },
  { person: 'motcua', path: '/so-tiep-nhan/in', name: 'in-so-tiep-nhan' },
  { person: 'motcua', path: '/nhap-so', name: 'nhap-so' },
  { person: 'motcua', path: '/viec-cua-toi', name: 'viec-cua-toi' },
  { person: 'chuyenvien', path: '/ho-so/CASE', name: 'ho-so' },
  { person: 'chuyenvien', path: '/ho-so/CASE?muc=dien-bien', name: 'ho-so-dien-bien' },
  { person: 'chuyenvien', path: '/ho-so/CASE?muc=don', name: 'ho-so-don' },
  { person: 'chuyenvien', path: '/ho-so/CASE?muc=van-ban', name: 'ho-so-van-ban' },
  { person: 'chuyenvien', path: '/ho-so/CASE?muc=nguoi', name: 'ho-so-nguoi' },
  { person: 'chuyenvien', path: '/ho-so/CASE?muc=lien-quan', name: 'ho-so-lien-quan' },
  { person: 'chuyenvien', path: '/ho-so/CASE?muc=ghi-chu', name: 'ho-so-ghi-chu' },
  { person: 'chuyenvien', path: '/ho-so/CASE?muc=tin-gui', name: 'ho-so-tin-gui' },
  { person: 'truongphong', path: '/ho-so', name: 'danh-sach-ho-so' },
  { person: 'lanhdao', path: '/viec-cua-toi', name: 'viec-cua-lanh-dao' },
  { person: 'motcua', path: '/don-chuyen-den', name: 'don-chuyen-den' },
  { person: 'truongphong', path: '/uy-quyen', name: 'uy-quyen' },
  { person: 'truongphong', path: '/uy-quyen?muc=vang-mat', name: 'vang-mat' },
  { person: 'truongphong', path: '/uy-quyen?muc=ban-giao', name: 'ban-giao' },
  { person: 'lanhdao', path: '/thong-tin-bao-mat', name: 'thong-tin-bao-mat' },
  { person: 'baomat', path: '/de-nghi-khai-thac', name: 'de-nghi-khai-thac' },
  { person: 'lanhdao', path: '/dieu-hanh', name: 'dieu-hanh' },
  { person: 'lanhdao.tinh', path: '/dieu-hanh', name: 'dieu-hanh-tinh' },
  { person: 'lanhdao', path: '/du-bao', name: 'du-bao' },
  { person: 'lanhdao', path: '/trinh-ky', name: 'trinh-ky' },
  { person: 'lanhdao', path: '/qua-han?scope=all', name: 'qua-han' },
  { person: 'lanhdao.tinh', path: '/qua-han', name: 'qua-han-tinh' },
  { person: 'lanhdao', path: '/dong-ho', name: 'dong-ho' },
  { person: 'thanhtra', path: '/nhat-ky', name: 'nhat-ky' },
  { person: 'thanhtra', path: '/ty-le-giai-quyet', name: 'ty-le-giai-quyet' },
  { person: 'lanhdao', path: '/ty-le-giai-quyet', name: 'ty-le-giai-quyet-xa' },
  { person: 'thanhtra', path: '/con-so/petitionsReceived', name: 'con-so' },
  { person: 'thanhtra', path: '/kiem-tra', name: 'kiem-tra' },
  { person: 'thanhtra', path: '/ai-da-doc-gi', name: 'ai-da-doc-gi' },
  { person: 'baomat', path: '/so-tiep-nhan', name: 'so-tiep-nhan-bao-mat' },
  { person: 'quantri', path: '/lich-lam-viec', name: 'lich-lam-viec' },
  { person: 'quantri', path: '/lich-lam-viec/de-xuat', name: 'lich-lam-viec-de-xuat' },
  { person: 'quantri', path: '/mau-van-ban', name: 'mau-van-ban' },
  { person: 'truongphong', path: '/mau-van-ban/chi-tiet?ma=ND124.03', name: 'mau-van-ban-mot-mau' },
  { person: 'motcua', path: '/so-van-ban-di', name: 'so-van-ban-di' },
  { person: 'quantri', path: '/tinh-trang-he-thong', name: 'tinh-trang-he-thong' },
  { person: 'quantri', path: '/nac-bao-cao', name: 'nac-bao-cao' },
  { person: 'quantri', path: '/nac-bao-cao/chi-tiet?ma=XA-TANTHANH', name: 'nac-bao-cao-mot-co-quan' },
  { person: 'quantri', path: '/khong-co-trang-nay', name: 'khong-co-trang' },
];
