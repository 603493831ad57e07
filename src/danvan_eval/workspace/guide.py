"""What does a new folder tell the clerk who opens it?"""

from typing import Final

from ..periods import Period

GUIDE_FILE: Final = "HUONG-DAN.md"
PERIOD: Final = Period.year(2024)
UNIT_SCHEME: Final = "kt-bvdk-2024/khoa-phong"
PERSON_SCHEME: Final = "kt-bvdk-2024/ca-nhan"
HOSPITAL: Final = ("BV", "Tên bệnh viện (thay)")
"""The made-up hospital's code and name."""

SETTINGS: Final = """\
# Thư mục làm việc của bệnh viện. Dòng bắt đầu bằng # là lời giải thích.

schema = 1

# Thư mục tiêu chí, thang điểm riêng của bệnh viện (đường dẫn từ thư mục này); chưa có thì để trống.
criteria = []

# Quy chế của bệnh viện ghi đè con số, theo thứ tự áp dụng; chưa có thì để trống.
overlays = {overlays}

# Ngày nghỉ riêng của bệnh viện, ngoài ngày lễ (nghỉ bù, hoán đổi), dạng 2024-04-29.
# Bắt buộc phải có dòng này; không có ngày nào thì ghi [].
days_off = []

[hospital]
code = "{code}"
name = "{name}"

# Kỳ đánh giá, kể cả ngày đầu và ngày cuối.
# Muốn tạm tính (danvan-eval rank --provisional) thì bỏ dấu # ở hai dòng cuối: ngày chốt, và việc
# sau ngày ấy tính vào kỳ này ("this_period") hay để sang kỳ sau ("next_period").
[period]
from = 2024-01-01
to = 2024-12-31
# cut_off = 2024-11-10
# after_cut_off = "this_period"

# Thang điểm cho khoa/phòng (unit), cá nhân (person), bệnh viện tự đánh giá (hospital).
# Không chấm loại nào thì xóa dòng ấy.
[schemes]
unit = "{unit}"
person = "{person}"
"""
HOSPITAL_LINE: Final = 'hospital = "{hospital}"\n'

GUIDE: Final = """\
# Hướng dẫn thư mục làm việc

Mọi tệp ở đây mở bằng Excel được. Giữ nguyên dòng tiêu đề; thêm cột khác thì chương trình bỏ qua.

## Việc cần làm, theo thứ tự

1. `danvan.toml`: ghi tên bệnh viện, kỳ đánh giá, ngày nghỉ riêng.
2. `don-vi{kind}`: mỗi khoa, phòng một dòng. Ba dòng VD01–VD03 là ví dụ, thay hết. *Khối* là nơi xếp hạng. \
*Tính chất* quyết định tiêu chí nào áp dụng; có nhiều thì cách nhau bằng dấu `;` \
(khoa lâm sàng; khoa cận lâm sàng; phòng chức năng; Phòng Tổ chức – Hành chính; Tổ Công tác xã hội).
3. `nhan-su{kind}`: mỗi người một dòng, nhận ra nhau bằng *Mã nhân sự*; họ tên không bắt buộc. \
*Người đứng đầu* ghi x. *Từ ngày* để trống là đã có mặt từ trước, *Đến ngày* để trống là còn làm việc. \
Người chuyển khoa có hai dòng với ngày nối tiếp nhau.
4. `nghi-dai-ngay{kind}`: thai sản, ốm đau (vẫn tính là thời gian làm việc), đi học, không lương (không tính).
5. `phieu/`: mỗi khoa, phòng một tệp. Chỉ điền *Giá trị*, *Minh chứng*, *Ghi chú*. Khoa khác thì chép một phiếu \
cùng khối rồi đổi cột *Mã đơn vị*. Bệnh viện tự đánh giá thì có thêm phiếu `BENH-VIEN`; số nào là tổng của \
các khoa, phòng thì không có trên phiếu ấy.
6. `so-theo-doi/`: chép tệp từ `so-theo-doi/mau/` ra `so-theo-doi/` khi bắt đầu ghi sổ: `hoc-tap`, `don-thu`, \
`vu-viec`, `mo-hinh`; `ca-nhan` nếu thang điểm có số liệu của từng người: mỗi người một dòng, mỗi số liệu một cột.

## Ba điều phải nhớ

- **Chưa có số liệu thì để trống.** Ô trống không phải là 0. Số 0 phải được ghi ra.
- **Chưa có sổ khác với sổ không có dòng nào.** Sổ có mặt mà không có dòng nào của khoa nghĩa là khoa ấy không có \
việc gì; chưa có sổ nghĩa là chưa biết.
- **Không ghi tên người khiếu nại, tố cáo, góp ý** ở bất cứ tệp nào; chỉ ghi số hồ sơ và ngày.

## Cách ghi

- Số: `9,5` hoặc `9.5`; không dùng dấu phân nhóm, không kèm chữ. Tỷ lệ phải có dấu %: `96,5%`.
- Ngày: `10/11/2024`. Có hay không: `có`, `x`, `không`.
- Loại vụ việc: thái độ phục vụ; kỷ cương, lề lối; tham nhũng, lãng phí; mất đoàn kết; nêu gương của người đứng đầu; \
đạo đức, văn hóa công sở; bệnh thành tích. Mỗi vụ một loại, chỉ tính ở một tiêu chí.
- Tình trạng vụ việc: tiếp nhận, đang xác minh, đúng, đúng một phần, sai, rút. Chỉ vụ đã kết luận là đúng \
hoặc đúng một phần mới tính.
- Mô hình được đếm khi cả năm cột điều kiện đều ghi số hoặc ngày văn bản, và có *Ngày công nhận* trong kỳ. \
Giai đoạn: đăng ký, triển khai, công nhận, nhân rộng.
- Mã văn bản trong sổ học tập ghi theo tiêu chí, ví dụ `ct-33; qd-324-tu`.

## Chạy

```
danvan-eval check .     # đọc tất cả, liệt kê mọi chỗ sai cùng lúc
danvan-eval rank .      # chấm, xếp hạng, ghi bảng vào ket-qua/
```

Kết quả là chấm điểm nội bộ và là đề xuất; người có thẩm quyền quyết định.
"""
