-- A small year: nine regions, one of every standing. Their order in the list is not that of their codes.
--   100 reached, 200 short, 300 late, 400 nothing sent, 500 returned and not sent again, 600 late and
--   its correction returned, 700 corrected (the first superseded), 800 sent an empty list, 900 equal
--   to 200 in share. A second year and a superseded plan must not show.
INSERT INTO submission (id, kind, sender, period, file, sha256, size, state, superseded_by) VALUES
    (1, 'regions', 'hubei', NULL, 'hubei.xml', 'a1', 1, 'accepted', NULL),
    (2, 'target-plan', NULL, '2024', 'plan-old.xml', 'a2', 1, 'accepted', 3),
    (3, 'target-plan', NULL, '2024', 'plan.xml', 'a3', 1, 'accepted', NULL),
    (4, 'target-plan', NULL, '2023', 'plan-2023.xml', 'a4', 1, 'accepted', NULL),
    (11, 'enrolment', '420100', '2024', 'e100.xml', 'b1', 1, 'accepted', NULL),
    (12, 'enrolment', '420200', '2024', 'e200.xml', 'b2', 1, 'accepted', NULL),
    (13, 'enrolment', '420300', '2024', 'e300.xml', 'b3', 1, 'accepted', NULL),
    (15, 'enrolment', '420500', '2024', 'e500.xml',
     '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef', 1, 'returned', NULL),
    (16, 'enrolment', '420600', '2024', 'e600.xml', 'b6', 1, 'accepted', NULL),
    (17, 'enrolment', '420700', '2024', 'e700.xml', 'b7', 1, 'returned', NULL),
    (18, 'enrolment', '420700', '2024', 'e700-1.xml', 'b8', 1, 'accepted', 19),
    (19, 'enrolment', '420700', '2024', 'e700-2.xml', 'b9', 1, 'accepted', NULL),
    (20, 'enrolment', '420800', '2024', 'e800.xml', 'c0', 1, 'accepted', NULL),
    (21, 'enrolment', '420900', '2024', 'e900.xml', 'c1', 1, 'accepted', NULL),
    (22, 'enrolment', '420100', '2023', 'e100-2023.xml', 'c2', 1, 'accepted', NULL),
    (23, 'enrolment', '420600', '2024', 'e600-1.xml', 'c3', 1, 'returned', NULL),
    (24, NULL, NULL, NULL, 'note.xml', 'c4', 0, 'returned', NULL);

INSERT INTO region VALUES
    (1, 1, NULL, 3, '420000', '湖北省', 'province', NULL),
    (1, 2, NULL, 4, '420500', '宜昌市', 'prefecture', '420000');
INSERT INTO target_plan VALUES
    (2, 1, NULL, 2, 2024, '旧清单', '旧任务', '旧号', '旧单位', '2024-01-01', '2024-03-01', 1),
    (3, 1, NULL, 2, 2024, '2024年全省质量管理专业自学考试目标清单', '参加自学考试的人数',
     '鄂质强办函〔2024〕1号', '湖北省质量强省工作委员会办公室', '2024-01-10', '2024-03-31', 115),
    (4, 1, NULL, 2, 2023, '2023年清单', '任务', '号', '单位', '2023-01-10', '2023-03-31', 9);
INSERT INTO target VALUES
    (2, 1, 1, 9, '420100', '武汉市', 1),
    (3, 1, 1, 11, '420100', '武汉市', 7),
    (3, 2, 1, 12, '420200', '黄石市', 8),
    (3, 3, 1, 13, '420600', '襄阳市', 6),
    (3, 4, 1, 14, '420500', '宜昌市', 30),
    (3, 5, 1, 15, '420300', '十堰市', 3),
    (3, 6, 1, 16, '420700', '鄂州市', 4),
    (3, 7, 1, 17, '420400', '神农架林区', 50),
    (3, 8, 1, 18, '420800', '荆门市', 3),
    (3, 9, 1, 19, '420900', '孝感市', 4),
    (4, 1, 1, 11, '420100', '武汉市', 9);
INSERT INTO enrolment (submission, ordinal, line, year, sent, region_code, region_name, office, total)
VALUES
    (11, 1, 2, 2024, '2024-03-25', '420100', '武汉市', '武汉市质量强市工作委员会办公室', 8),
    (12, 1, 2, 2024, '2024-03-31', '420200', '黄石市', '黄石市质量强市工作委员会办公室', 4),
    (13, 1, 2, 2024, '2024-04-02', '420300', '十堰市', '十堰市质量强市工作委员会办公室', 2),
    (16, 1, 2, 2024, '2024-04-12', '420600', '襄阳市', '襄阳市质量强市工作委员会办公室', 1),
    (18, 1, 2, 2024, '2024-03-01', '420700', '鄂州市', '鄂州市质量强市工作委员会办公室', 3),
    (19, 1, 2, 2024, '2024-03-09', '420700', '鄂州市', '鄂州市质量强市工作委员会办公室', 4),
    (20, 1, 2, 2024, '2024-03-20', '420800', '荆门市', '荆门市质量强市工作委员会办公室', 0),
    (21, 1, 2, 2024, '2024-03-21', '420900', '孝感市', '孝感市质量强市工作委员会办公室', 2),
    (22, 1, 2, 2023, '2023-03-21', '420100', '武汉市', '武汉市质量强市工作委员会办公室', 1);

-- Persons: submission, how many of 专科, how many of 专升本.
WITH RECURSIVE
    wanted (submission, diploma, degree) AS (VALUES
        (11, 5, 3), (12, 4, 0), (13, 1, 1), (16, 0, 1), (18, 1, 2), (19, 2, 2), (21, 1, 1), (22, 1, 0)),
    person (submission, ordinal, diploma, count) AS (
        SELECT submission, 1, diploma, diploma + degree FROM wanted
        UNION ALL
        SELECT submission, ordinal + 1, diploma, count FROM person WHERE ordinal < count)
INSERT INTO enrolment_person
SELECT submission, ordinal, 1, 10 + 7 * ordinal,
       CASE ordinal % 3 WHEN 0 THEN '样明' WHEN 1 THEN '样例甲' ELSE '样例·买买提江' END,
       printf('429999%d%02d%02d%03d%s', 1970 + ordinal, submission % 12 + 1, ordinal, submission,
              CASE WHEN ordinal % 4 = 0 THEN 'X' ELSE ordinal % 10 END),
       CASE WHEN ordinal <= diploma THEN '质量管理与认证（专科）' ELSE '质量管理工程（专升本）' END,
       CASE ordinal % 2 WHEN 0 THEN '样例检验检测认证技术服务（集团）有限责任公司鄂州分公司'
                        ELSE '样例机械有限公司' END,
       CASE ordinal % 2 WHEN 0 THEN '质量主管' ELSE '检验员' END
  FROM person;

INSERT INTO finding (id, submission, rule_id, level, kind, file, sha256, line, record, path, label,
                     value, rule, mend)
VALUES
    (1, 15, 'enrolment.total', 'error', 'enrolment', 'e500.xml',
     '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef', 250, NULL, 'summary/total',
     '合计', '31', '合计人数应当等于名单中的人数：填写31人，名单中实有30人。', '请核对名单后改正合计人数。'),
    (2, 15, 'enrolment.identity', 'error', 'enrolment', 'e500.xml',
     '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef', 31, '样例乙',
     'person/identity-number', '身份证件号码', '429999********0010',
     '身份证件号码“429999********0010”的校验码不对：末位应当是5。', '请对照身份证件改正。'),
    (3, 24, 'intake.empty', 'error', NULL, 'note.xml', 'c4', 0, NULL, NULL, NULL, NULL,
     '文件没有内容（0字节）。', '请重新生成文件后报送。');
