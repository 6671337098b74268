/**
 * Pieces that guessers try first: what people in many countries and in Vietnam build passwords from, without diacritics and in small
 * letters. Written down for this product; together with runs, years and keyboard rows a few thousand habits follow from each line.
 */
const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

const ENGLISH = words(`
  password passwd passcode pass pwd secret letmein welcome login signin admin administrator root master superuser user guest test testing
  tester demo default changeme change temp temporary access system server service manager office staff computer internet network security
  private public love iloveyou loveyou lover lovely forever friend friends family mother father brother sister baby babygirl girl boy
  angel heaven hello happy sunshine princess prince queen king dragon monkey shadow tiger lion eagle wolf bear dog cat kitty puppy horse
  chicken rabbit butterfly dolphin flower rose summer winter spring autumn sunday monday tuesday wednesday thursday friday saturday
  january february march april june july august september october november december football soccer baseball basketball hockey golf
  tennis volleyball badminton chelsea arsenal liverpool manchester united barcelona realmadrid juventus superman batman spiderman ironman
  starwars pokemon naruto matrix minecraft google facebook yahoo gmail hotmail youtube zalo tiktok iphone apple samsung nokia toyota honda
  yamaha suzuki mercedes ferrari porsche orange banana cherry lemon coffee chocolate cookie cheese pepper ginger sugar honey silver golden
  diamond crystal purple yellow black white green blue red michael jordan jennifer jessica michelle daniel david andrew thomas robert
  william charlie anthony joseph matthew ashley nicole amanda freedom peace power thunder lightning mustang corvette hunter killer ranger
  cowboy ninja warrior knight phoenix trustno whatever nothing blink money dollar lucky winner success business company vietnam hanoi saigon
  danang haiphong cantho america england france germany russia china japan korea london paris newyork asdf qwer zxcv abc xyz qwe asd zxc
`);

const VIETNAMESE = words(`
  matkhau matkhaumoi mat khau moi dangnhap dang nhap quantri quan tri vien taikhoan tai khoan nguoidung nguoi dung khach thu
  anhyeuem emyeuanh anh em yeu yeuem yeuanh toiyeuem toiyeuviet toi toiyeu tinhyeu tinh mai maimai hanhphuc hanh phuc binhan binh
  an khang thinhvuong thinh vuong maymanh may man phattai phat tai loc phuc tho chucmung chuc mung nammoi nam tet trungthu bome
  bo me ba ma ong ba con trai gai chong vo gia dinh giadinh concaiyeu connguoi nha que huong quehuong tinhban ban be banbe
  conmeo meo conheo heo congai concho cho gau chuot trau rong ran ngua de khi lon vit cong an congan bodoi bo doi giaovien giao
  hocsinh hoc sinh sinhvien bacsi bac si lanhdao lanh dao chutich chu tich bithu bi thu giamdoc giam doc ketoan ke toan vanphong van
  phong vanthu thu canbo can congchuc chuc motcua mot cua tiepdan tiep dan tiepcongdan thanhtra thanh tra khieunai khieu nai tocao to
  cao kiennghi kien nghi phananh phan anh donthu don thu ubnd hdnd uyban uybannhandan nhandan nhan uy so nganh tinh huyen xa phuong
  quan thanhpho thanh pho thitran chinhquyen chinh quyen nhanuoc nha nuoc dangcongsan dang hochiminh ho chi minh bachho bac hcm
  hanoi ha noi saigon sai gon danang da nang haiphong hai phong cantho can tho nghean nghe hue dalat vungtau nhatrang quangninh
  vietnam viet nam vietnamvodich vodich covid nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly nguyenvan
  nguyenthi tranvan tranthi levan lethi phamvan phamthi hung dung tuan hoa lan hong linh trang thuy thao phuong nga hang hien
  huong hanh mai minh quang duc long nam son tung hai thang trung kien cuong dat khanh khoa phuc vinh vy nhi ngoc nhung yen van
  thi duy bao bin bong cuc vang kim tien bac nghedan nghe dan
`);

/** Ways fingers walk over a keyboard; any stretch of four or more, in either direction, is one guess. */
export const WALKS: readonly string[] = [
  '1234567890-=',
  '0123456789',
  'qwertyuiop[]',
  'asdfghjkl;',
  'zxcvbnm,./',
  'abcdefghijklmnopqrstuvwxyz',
  '!@#$%^&*()_+',
  'q1w2e3r4t5y6u7i8o9p0',
  '1q2w3e4r5t6y7u8i9o0p',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1qazxsw23edcvfr45tgbnhy67ujm',
  'zaq12wsxcde34rfvbgt56yhn',
  'qweasdzxc',
  '147258369',
  '789456123',
  '159753',
  '741852963',
  '1029384756',
  '1123581321',
  'azertyuiop',
];

export const COMMON_WORDS: ReadonlySet<string> = new Set([...ENGLISH, ...VIETNAMESE]);
