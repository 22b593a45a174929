#!/bin/sh
# A new kind, a new publication and a new job are three files in a folder of one's own; no C, no change
# to the program's folders.
. "$(dirname "$0")/common.sh"
w=$scratch/office
own=$scratch/own
mkdir -p "$own/schemas/visit" "$own/stylesheets/visit-list" "$own/pipeline/jobs"

cat >"$own/schemas/visit/visit.xsd" <<'X'
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:yinfa:visit"
           xmlns="urn:yinfa:visit" elementFormDefault="qualified">
  <xs:element name="visits">
    <xs:complexType>
      <xs:sequence>
        <xs:element name="visit" maxOccurs="unbounded">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="firm" type="xs:string"><xs:annotation><xs:documentation xml:lang="zh">受访单位</xs:documentation></xs:annotation></xs:element>
              <xs:element name="days" type="xs:positiveInteger"><xs:annotation><xs:documentation xml:lang="zh">天数</xs:documentation></xs:annotation></xs:element>
            </xs:sequence>
          </xs:complexType>
        </xs:element>
      </xs:sequence>
      <xs:attribute name="year" type="xs:gYear" use="required"><xs:annotation><xs:documentation xml:lang="zh">年度</xs:documentation></xs:annotation></xs:attribute>
    </xs:complexType>
  </xs:element>
</xs:schema>
X
cat >"$own/schemas/visit/kind.xml" <<'X'
<kind xmlns="urn:yinfa:kind" name="visit" schema="visit.xsd" root="visits" namespace="urn:yinfa:visit">
  <title>走访记录</title>
  <period path="@year"/>
  <table name="visit_list" record="."><column name="year" path="@year" type="integer" key="yes"/></table>
  <table name="visit" record="visit" parent="visit_list" label="firm">
    <column name="firm" path="firm" type="text" key="yes"/>
    <column name="days" path="days" type="integer"/>
  </table>
  <view name="visit_sum" scope="stored">SELECT submission_period AS period, sum(days) AS days FROM current_visit GROUP BY submission_period</view>
  <rule id="visit.too-long" level="error">
    <message>走访天数不超过10天，“{firm}”填了{value}天</message>
    <mend>核对天数</mend>
    <sql>SELECT days_line AS line, 'days' AS field, days AS value, firm FROM staged_visit WHERE CAST(days AS INTEGER) > 10</sql>
  </rule>
</kind>
X
cat >"$own/stylesheets/visit-list/publication.xml" <<'X'
<publication xmlns="urn:yinfa:publication" name="visit-list" rows="visits">
  <title>走访清单</title>
  <parameter name="year" type="integer" label="年度"/>
  <query name="visits" key="firm">SELECT firm, days, submission, line FROM current_visit WHERE submission_period = :year ORDER BY ordinal</query>
  <query name="sum">SELECT period, days FROM current_visit_sum WHERE period = :year ORDER BY period</query>
  <output format="pdf" stylesheet="visit-list.xsl" file="visit-list-{year}.pdf"/>
  <output format="csv" query="visits" file="visit-list-{year}.csv"><column name="firm" title="受访单位"/><column name="days" title="天数"/></output>
</publication>
X
cat >"$own/stylesheets/visit-list/visit-list.xsl" <<'X'
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format">
  <xsl:template match="/data">
    <fo:root font-family="仿宋" font-size="16pt">
      <fo:layout-master-set>
        <fo:simple-page-master master-name="page" page-width="210mm" page-height="297mm" margin="30mm"><fo:region-body/></fo:simple-page-master>
      </fo:layout-master-set>
      <fo:page-sequence master-reference="page">
        <fo:flow flow-name="xsl-region-body">
          <fo:block font-family="小标宋" font-size="22pt" text-align="center">走访清单</fo:block>
          <xsl:for-each select="query[@name='visits']/row"><fo:block><xsl:value-of select="@firm"/>：<xsl:value-of select="@days"/>天</fo:block></xsl:for-each>
          <fo:block>共<xsl:value-of select="query[@name='sum']/row/@days"/>天</fo:block>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>
</xsl:stylesheet>
X
cat >"$own/pipeline/jobs/visits.xml" <<'X'
<job xmlns="urn:yinfa:job" name="visits">
  <title>走访</title>
  <parameter name="year" type="integer" label="年度"/>
  <ingest path="inbox"/>
  <gate id="visits.none" level="error" allow="missing"><message>没有收到走访记录</message><mend>请先报送</mend>
    <sql>SELECT :year AS year WHERE NOT EXISTS (SELECT 1 FROM current_visit WHERE submission_period = :year)</sql></gate>
  <publish name="visit-list"><with name="year" value="{year}"/></publish>
</job>
X
expect_status 0 "$YINFA" init "$w"
expect_status 4 "$YINFA" run -w "$w" --definitions "$own" visits year=2024
# asked to go on without it, the job is warned and goes on
expect_status 1 "$YINFA" run -w "$w" --definitions "$own" visits year=2024 --allow-missing
expect_in "没有收到走访记录" "$scratch/out"
[ -f "$w/published/visit-list-2024.pdf" ] || fail "--allow-missing published nothing"
cat >"$w/inbox/visits.xml" <<'X'
<visits xmlns="urn:yinfa:visit" year="2024"><visit><firm>样例一厂</firm><days>2</days></visit><visit><firm>样例二厂</firm><days>3</days></visit></visits>
X
sed 's/<days>3/<days>30/' "$w/inbox/visits.xml" >"$w/inbox/wrong.xml"
expect_status 1 "$YINFA" run -w "$w" --definitions "$own" visits year=2024
expect_in "走访天数不超过10天" "$scratch/out"
pdftotext "$w/published/visit-list-2024.pdf" - | tr -d ' ' >"$scratch/text"
expect_in 样例二厂：3天 "$scratch/text"
expect_in 共5天 "$scratch/text"
printf '\357\273\277受访单位,天数\r\n样例一厂,2\r\n样例二厂,3\r\n' | cmp - "$w/published/visit-list-2024.csv"
expect_status 0 "$YINFA" explain -w "$w" --definitions "$own" visit-list/year=2024#样例二厂.days
expect_in visits.xml "$scratch/out"

# a stored view is made anew when its text changes, also for who only publishes; a mistake in it is told
# with its place
sed -i 's/sum(days) AS/100 * sum(days) AS/' "$own/schemas/visit/kind.xml"
expect_status 0 "$YINFA" publish -w "$w" --definitions "$own" visit-list year=2024
pdftotext "$w/published/visit-list-2024.pdf" - | tr -d ' ' >"$scratch/text"
expect_in 共500天 "$scratch/text"
sed 's/FROM current_visit GROUP/FROM current_visitor GROUP/' "$own/schemas/visit/kind.xml" >"$scratch/kind.xml"
cp "$own/schemas/visit/kind.xml" "$scratch/right.xml"
cp "$scratch/kind.xml" "$own/schemas/visit/kind.xml"
expect_status 3 "$YINFA" run -w "$w" --definitions "$own" visits year=2024
expect_in "kind.xml:9" "$scratch/err"
sed 's/GROUP BY submission_period</; DROP TABLE visit</' "$scratch/right.xml" >"$own/schemas/visit/kind.xml"
expect_status 3 "$YINFA" run -w "$w" --definitions "$own" visits year=2024
expect_in "kind.xml:9" "$scratch/err"
cp "$scratch/right.xml" "$own/schemas/visit/kind.xml"
expect_status 0 "$YINFA" publish -w "$w" --definitions "$own" visit-list year=2024

# a mistake in a definition is told with file and line before anything runs
sed -i 's/<period path/<periode path/' "$own/schemas/visit/kind.xml"
expect_status 3 "$YINFA" run -w "$w" --definitions "$own" visits year=2024
expect_in "kind.xml" "$scratch/err"
grep -q '第3行' "$scratch/err" || { cat "$scratch/err"; fail "the line is not named"; }
echo "own-definitions: a kind, a publication and a job without C"
