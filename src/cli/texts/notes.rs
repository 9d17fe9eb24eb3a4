//! What is told below the arguments of a command, where a line for each of them is not enough.

use super::{Named, named};

/// What is told below the arguments of a command.
pub(in crate::cli) static NOTES: &[Named] = &[named(
    "agencies import",
    "Bảng:
  Dòng đầu là tên các cột, thứ tự tùy ý, ngăn bằng ; hoặc ,
  mã;tên;loại;từ;đến hoặc code;name;kind;from;to: phải đủ năm cột này
  tên ngắn;tỉnh hoặc short;province: hai cột thêm nếu cần
  mã           chữ không dấu, số và - _ . ; không trùng danh bạ đi kèm chương trình
  loại         UBND tỉnh, HĐND, sở, huyện, xã, cơ quan Đảng, trung ương, báo chí, hội, trường,
               văn phòng, khác; không cần dấu
  từ, đến      ngày đầu, ngày cuối hoạt động như 01/07/2025; ô để trống: không giới hạn
  tên ngắn     không có: dùng tên
  tỉnh         không có: tỉnh của --group

Ví dụ:
  mã;tên;loại;từ;đến
  ls-x1;UBND xã Bắc Sơn tỉnh Lạng Sơn;xã;01/07/2025;

  tiendo agencies import xa-phuong.csv --group ls-ubnd-cac-xa-phuong --dry-run

Nạp lại cùng một tệp thì không thêm gì; dòng có mã đã nạp thì sửa cơ quan đó.",
    "Table:
  The first line names the columns, in any order, with ; or , between them
  code;name;kind;from;to (or mã;tên;loại;từ;đến): all five are needed
  short;province (or tên ngắn;tỉnh): two more if wanted
  code         ASCII letters, digits and - _ . ; none of the bundled register
  kind         provincial_committee, council, department, district, commune, party, central, press,
               association, school, office, other
  from, to     first and last day, like 01/07/2025; an empty cell: no limit
  short        without it: the name
  province     without it: the province of --group

Example:
  code;name;kind;from;to
  ls-x1;UBND xã Bắc Sơn tỉnh Lạng Sơn;commune;01/07/2025;

  tiendo agencies import xa-phuong.csv --group ls-ubnd-cac-xa-phuong --dry-run

The same file again adds nothing; a line with a code that was loaded before changes that agency.",
)];
