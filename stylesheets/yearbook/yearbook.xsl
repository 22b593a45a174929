<?xml version="1.0" encoding="UTF-8"?>
<!-- The yearbook as one file for spreadsheets, XML Spreadsheet 2003 (SpreadsheetML): a sheet each of the CSV files of
     publication.xml, with their columns, behind one that says what they are. Text is typed as text, so that a credit code
     keeps its digits and nothing is taken for a formula; what is not there is an empty cell. -->
<xsl:stylesheet version="1.0"
    xmlns="urn:schemas-microsoft-com:office:spreadsheet"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:exsl="http://exslt.org/common"
    xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"
    xmlns:x="urn:schemas-microsoft-com:office:excel"
    xmlns:p="urn:yinfa:publication"
    exclude-result-prefixes="exsl p">

  <xsl:include href="../common/wording.xsl"/>

  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:variable name="scheme" select="/data/query[@name = 'scheme']/row"/>
  <xsl:variable name="tables" select="document('publication.xml')/p:publication/p:output[@format = 'csv']"/>
  <xsl:variable name="sheets" select="document('sheets.xml')/sheets/sheet"/>
  <xsl:variable name="kinds" select="document('sheets.xml')/sheets/column"/>

  <xsl:template match="/data">
    <xsl:if test="not($scheme)">
      <xsl:message terminate="yes">
        <xsl:value-of select="parameter[@name = 'year']/@value"/>
        <xsl:text>年度还没有接收到督察考核方案（assessment-scheme），没有考核结果，无法印发。</xsl:text>
      </xsl:message>
    </xsl:if>
    <xsl:processing-instruction name="mso-application">progid="Excel.Sheet"</xsl:processing-instruction>
    <Workbook>
      <DocumentProperties xmlns="urn:schemas-microsoft-com:office:office">
        <Title><xsl:value-of select="$scheme/@year"/>年度质量工作督察考核年鉴</Title>
        <Author><xsl:value-of select="$scheme/@issuer"/></Author>
        <Created><xsl:value-of select="$scheme/@report_date"/>T00:00:00Z</Created>
      </DocumentProperties>
      <!-- In this order, and columns with their index: LibreOffice lets a style's fill and a sheet's columns run on
           into the next that says nothing of them. -->
      <Styles>
        <Style ss:ID="wrapped"><Alignment ss:Vertical="Top" ss:WrapText="1"/></Style>
        <Style ss:ID="decimals-1"><NumberFormat ss:Format="0.0"/></Style>
        <Style ss:ID="decimals-2"><NumberFormat ss:Format="0.00"/></Style>
        <Style ss:ID="title"><Font ss:Bold="1" ss:Size="16"/></Style>
        <Style ss:ID="head">
          <Alignment ss:Horizontal="Center" ss:Vertical="Center" ss:WrapText="1"/>
          <Borders><Border ss:Position="Bottom" ss:LineStyle="Continuous" ss:Weight="1"/></Borders>
          <Font ss:Bold="1"/>
          <Interior ss:Color="#E6E6E6" ss:Pattern="Solid"/>
        </Style>
      </Styles>
      <xsl:call-template name="contents"/>
      <xsl:variable name="data" select="."/>
      <xsl:for-each select="$tables">
        <xsl:call-template name="sheet">
          <xsl:with-param name="rows" select="$data/query[@name = current()/@query]/row"/>
        </xsl:call-template>
      </xsl:for-each>
    </Workbook>
  </xsl:template>

  <!-- The first sheet, 说明. -->
  <xsl:template name="contents">
    <Worksheet ss:Name="说明">
      <Table>
        <Column ss:Width="150"/>
        <Column ss:Width="420"/>
        <Column ss:Width="220"/>
        <Column ss:Width="48"/>
        <Row>
          <Cell ss:StyleID="title">
            <Data ss:Type="String"><xsl:value-of select="$scheme/@year"/>年度质量工作督察考核年鉴</Data>
          </Cell>
        </Row>
        <Row>
          <Cell ss:MergeAcross="3">
            <Data ss:Type="String">
              <xsl:value-of select="concat('编制：', $scheme/@issuer, '　考核方案：', $scheme/@title, '（', $scheme/@document_number, '）')"/>
            </Data>
          </Cell>
        </Row>
        <Row>
          <Cell ss:MergeAcross="3">
            <Data ss:Type="String">
              <xsl:text>统计截至</xsl:text>
              <xsl:call-template name="date"><xsl:with-param name="iso" select="$scheme/@reference_date"/></xsl:call-template>
              <xsl:text>，报告日期</xsl:text>
              <xsl:call-template name="date"><xsl:with-param name="iso" select="$scheme/@report_date"/></xsl:call-template>
            </Data>
          </Cell>
        </Row>
        <Row>
          <Cell ss:MergeAcross="3">
            <Data ss:Type="String">空格表示没有数据（未报送、退回未重报或者不适用），不是0；比率单位为%，四舍五入到一位小数，是否达到目标值按实际人数和个数计算。</Data>
          </Cell>
        </Row>
        <Row>
          <Cell ss:MergeAcross="3">
            <Data ss:Type="String"><xsl:call-template name="missing-returns"/></Data>
          </Cell>
        </Row>
        <Row/>
        <Row>
          <Cell ss:StyleID="head"><Data ss:Type="String">工作表</Data></Cell>
          <Cell ss:StyleID="head"><Data ss:Type="String">内容</Data></Cell>
          <Cell ss:StyleID="head"><Data ss:Type="String">来源</Data></Cell>
          <Cell ss:StyleID="head"><Data ss:Type="String">行数</Data></Cell>
        </Row>
        <xsl:variable name="data" select="."/>
        <xsl:for-each select="$tables">
          <xsl:variable name="sheet" select="$sheets[@query = current()/@query]"/>
          <Row>
            <Cell ss:StyleID="wrapped" ss:HRef="#'{$sheet/@name}'!A1">
              <Data ss:Type="String"><xsl:value-of select="$sheet/@name"/></Data>
            </Cell>
            <Cell ss:StyleID="wrapped"><Data ss:Type="String"><xsl:value-of select="$sheet"/></Data></Cell>
            <Cell ss:StyleID="wrapped"><Data ss:Type="String"><xsl:value-of select="$sheet/@source"/></Data></Cell>
            <Cell>
              <Data ss:Type="Number"><xsl:value-of select="count($data/query[@name = current()/@query]/row)"/></Data>
            </Cell>
          </Row>
        </xsl:for-each>
      </Table>
    </Worksheet>
  </xsl:template>

  <xsl:template name="missing-returns">
    <xsl:variable name="returns" select="/data/query[@name = 'returns']/row"/>
    <xsl:variable name="missing" select="$returns[not(@sent)]"/>
    <xsl:value-of select="concat('各地区应当报送材料', count($returns), '件，')"/>
    <xsl:choose>
      <xsl:when test="$missing">
        <xsl:value-of select="concat('缺少', count($missing), '件，涉及')"/>
        <xsl:call-template name="list">
          <xsl:with-param name="of" select="$missing[not(@code = preceding-sibling::row[not(@sent)]/@code)]/@region_name"/>
        </xsl:call-template>
        <xsl:value-of select="concat('，见“', $sheets[@query = 'returns']/@name, '”')"/>
      </xsl:when>
      <xsl:otherwise>全部收到</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Context: an output of publication.xml. -->
  <xsl:template name="sheet">
    <xsl:param name="rows"/>
    <xsl:variable name="name" select="$sheets[@query = current()/@query]/@name"/>
    <xsl:if test="not($name)">
      <xsl:message terminate="yes">sheets.xml没有查询“<xsl:value-of select="@query"/>”的工作表名称。</xsl:message>
    </xsl:if>
    <!-- Every column with its kind, looked up once a sheet. -->
    <xsl:variable name="found">
      <xsl:for-each select="p:column">
        <xsl:variable name="kind" select="$kinds[@name = current()/@name]"/>
        <column xmlns="" name="{@name}" title="{@title}" type="{$kind/@type}" width="{$kind/@width}">
          <xsl:if test="$kind/@decimals">
            <xsl:attribute name="style"><xsl:value-of select="concat('decimals-', $kind/@decimals)"/></xsl:attribute>
          </xsl:if>
        </column>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="columns" select="exsl:node-set($found)/column"/>
    <Worksheet ss:Name="{$name}">
      <Table>
        <xsl:for-each select="$columns">
          <Column ss:Index="{position()}" ss:Width="{concat(@width, substring('64', 1, 2 * (@width = '')))}"/>
        </xsl:for-each>
        <Row ss:AutoFitHeight="1">
          <xsl:for-each select="$columns">
            <Cell ss:StyleID="head"><Data ss:Type="String"><xsl:value-of select="@title"/></Data></Cell>
          </xsl:for-each>
        </Row>
        <xsl:for-each select="$rows">
          <xsl:variable name="row" select="."/>
          <xsl:text>&#10;</xsl:text>
          <Row>
            <xsl:for-each select="$columns">
              <xsl:call-template name="cell">
                <xsl:with-param name="value" select="$row/@*[name() = current()/@name]"/>
                <xsl:with-param name="unit" select="$row/@unit"/>
              </xsl:call-template>
            </xsl:for-each>
          </Row>
        </xsl:for-each>
      </Table>
      <!-- Printed across A4; the head stays in sight, and each column can be filtered. -->
      <WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel">
        <PageSetup><Layout x:Orientation="Landscape"/></PageSetup>
        <Print><PaperSizeIndex>9</PaperSizeIndex></Print>
        <FreezePanes/>
        <FrozenNoSplit/>
        <SplitHorizontal>1</SplitHorizontal>
        <TopRowBottomPane>1</TopRowBottomPane>
        <ActivePane>2</ActivePane>
      </WorksheetOptions>
      <x:AutoFilter x:Range="R1C1:R{count($rows) + 1}C{count($columns)}"/>
    </Worksheet>
  </xsl:template>

  <!-- Context: a column. Only what reads as a number is typed as one. What is counted (件) has no decimals. -->
  <xsl:template name="cell">
    <xsl:param name="value"/>
    <xsl:param name="unit"/>
    <xsl:choose>
      <xsl:when test="not($value)"><Cell/></xsl:when>
      <xsl:when test="@type = 'Number' and number($value) = number($value)">
        <Cell>
          <xsl:if test="@style and not($unit = '件')">
            <xsl:attribute name="ss:StyleID"><xsl:value-of select="@style"/></xsl:attribute>
          </xsl:if>
          <Data ss:Type="Number"><xsl:value-of select="$value"/></Data>
        </Cell>
      </xsl:when>
      <xsl:otherwise>
        <Cell><Data ss:Type="String"><xsl:value-of select="$value"/></Data></Cell>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
