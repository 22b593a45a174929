<?xml version="1.0" encoding="UTF-8"?>
<!-- What the figures say, in words. Each sentence is there only if the figures call for it; the figures are the
     rows' own. Places are those of the query, so that equal figures are named together. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <!-- ============ 一、总体情况 ============ -->

  <xsl:template name="overview">
    <xsl:variable name="sent" select="$senders[@state = 'sent']"/>
    <fo:block xsl:use-attribute-sets="paragraph-3">
      <xsl:text>根据《</xsl:text>
      <xsl:value-of select="$scheme/@title"/>
      <xsl:text>》（</xsl:text>
      <xsl:value-of select="$scheme/@document_number"/>
      <xsl:text>），各地区应当报送</xsl:text>
      <xsl:value-of select="$year"/>
      <xsl:text>年规模以上工业企业推广先进质量方法的情况，统计截至</xsl:text>
      <xsl:call-template name="date"><xsl:with-param name="iso" select="$scheme/@reference_date"/></xsl:call-template>
      <xsl:text>。</xsl:text>
      <xsl:value-of select="count($senders)"/>
      <xsl:choose>
        <xsl:when test="not($sent)">个地区都没有可用的报送材料，本年度没有数据</xsl:when>
        <xsl:when test="count($sent) = count($senders)">个地区全部报送</xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="concat('个地区中，', count($sent), '个已报送；')"/>
          <xsl:call-template name="list"><xsl:with-param name="of" select="$senders[@state != 'sent']/@region_name"/></xsl:call-template>
          <xsl:text>没有数据，以下各项全省数均不包括</xsl:text>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:text>。</xsl:text>
      <xsl:if test="$sent">
        <xsl:text>已报送地区共有规模以上工业企业</xsl:text>
        <xsl:value-of select="$work[@region_code = 'total']/@enterprises"/>
        <xsl:text>家。</xsl:text>
      </xsl:if>
    </fo:block>
    <xsl:if test="$sent">
      <fo:block xsl:use-attribute-sets="paragraph-3">
        <xsl:call-template name="attained"/>
        <xsl:call-template name="since-last-year"/>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <!-- Which targets the province reached. -->
  <xsl:template name="attained">
    <xsl:variable name="measured" select="$targets[@value]"/>
    <xsl:variable name="attained" select="$measured[@attained = 1]"/>
    <xsl:variable name="behind" select="$measured[@attained = 0]"/>
    <xsl:text>从全省看，</xsl:text>
    <xsl:value-of select="count($measured)"/>
    <xsl:text>项目标</xsl:text>
    <xsl:choose>
      <xsl:when test="not($behind)">全部达到：</xsl:when>
      <xsl:when test="not($attained)">都没有达到：</xsl:when>
      <xsl:otherwise>
        <xsl:text>中，达到的</xsl:text>
        <xsl:value-of select="count($attained)"/>
        <xsl:text>项：</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:for-each select="$attained"><xsl:call-template name="target-in-list"/></xsl:for-each>
    <xsl:if test="$attained and $behind">
      <xsl:text>；没有达到的</xsl:text>
      <xsl:value-of select="count($behind)"/>
      <xsl:text>项：</xsl:text>
    </xsl:if>
    <xsl:for-each select="$behind"><xsl:call-template name="target-in-list"/></xsl:for-each>
    <xsl:text>。</xsl:text>
  </xsl:template>

  <xsl:template name="target-in-list">
    <xsl:if test="position() > 1">，</xsl:if>
    <xsl:value-of select="@indicator_name"/>
    <xsl:value-of select="concat('为', @value, '%（目标值', @threshold, '%')"/>
    <xsl:if test="@attained = 0 and @above = 0">，四舍五入前不足</xsl:if>
    <xsl:text>）</xsl:text>
  </xsl:template>

  <!-- How many rose and fell; by how much stands in the table and with each target. -->
  <xsl:template name="since-last-year">
    <xsl:variable name="compared" select="$targets[@change]"/>
    <xsl:variable name="risen" select="$compared[@change > 0]"/>
    <xsl:variable name="fallen" select="$compared[@change &lt; 0]"/>
    <xsl:if test="$compared">
      <xsl:text>与上年相比，</xsl:text>
      <xsl:choose>
        <xsl:when test="count($risen) = count($compared)">各项比率全部提高。</xsl:when>
        <xsl:when test="count($fallen) = count($compared)">各项比率全部下降。</xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="concat('比率提高的', count($risen), '项，下降的', count($fallen), '项')"/>
          <xsl:if test="count($risen) + count($fallen) &lt; count($compared)">
            <xsl:value-of select="concat('，持平的', count($compared) - count($risen) - count($fallen), '项')"/>
          </xsl:if>
          <xsl:text>。</xsl:text>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:if>
    <xsl:call-template name="other-senders"/>
  </xsl:template>

  <!-- A change between different sets of cities is not all of it a change in the cities. -->
  <xsl:template name="other-senders">
    <xsl:if test="$targets/@change and $rates[@region_code != 'total'][boolean(@value) != boolean(@last_value)]">
      <xsl:text>两年报送的地区不尽相同，全省的增减按各年已报送地区的合计计算，仅供参考。</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- ============ 二、目标完成情况 ============ -->

  <!-- Context: a target. -->
  <xsl:template name="target">
    <xsl:variable name="words" select="$words[@formula = current()/@formula]"/>
    <xsl:variable name="cities" select="$rates[@indicator_code = current()/@indicator_code][@region_code != 'total']"/>
    <fo:block xsl:use-attribute-sets="paragraph-3">
      <xsl:choose>
        <xsl:when test="@value">
          <xsl:call-template name="target-of-province"><xsl:with-param name="words" select="$words"/></xsl:call-template>
          <xsl:call-template name="target-of-cities">
            <xsl:with-param name="words" select="$words"/>
            <xsl:with-param name="measured" select="$cities[@state = 'measured']"/>
          </xsl:call-template>
          <xsl:call-template name="not-measured">
            <xsl:with-param name="words" select="$words"/>
            <xsl:with-param name="cities" select="$cities"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:otherwise>本年度没有数据。</xsl:otherwise>
      </xsl:choose>
    </fo:block>
  </xsl:template>

  <xsl:template name="target-of-province">
    <xsl:param name="words"/>
    <xsl:text>已报送地区的规模以上工业企业共有</xsl:text>
    <xsl:value-of select="concat($words/@of, @denominator, $words/@unit)"/>
    <xsl:text>，其中</xsl:text>
    <xsl:value-of select="concat($words/@done, '的', @numerator, $words/@unit)"/>
    <xsl:text>，</xsl:text>
    <xsl:value-of select="$words/@rate"/>
    <xsl:text>为</xsl:text>
    <xsl:value-of select="@value"/>
    <xsl:text>%，</xsl:text>
    <xsl:call-template name="against-target"/>
    <xsl:if test="@change">
      <xsl:choose>
        <xsl:when test="@change = 0">，与</xsl:when>
        <xsl:otherwise>，比</xsl:otherwise>
      </xsl:choose>
      <xsl:value-of select="concat('上年（', @last_value, '%）')"/>
      <xsl:call-template name="movement"><xsl:with-param name="value" select="@change"/></xsl:call-template>
    </xsl:if>
    <xsl:text>。</xsl:text>
  </xsl:template>

  <!-- A ratio a hair below its target may look like it in print: whether it is reached does not go by the print. -->
  <xsl:template name="against-target">
    <xsl:variable name="target" select="concat('目标值（', @threshold, '%）')"/>
    <xsl:choose>
      <xsl:when test="@above > 0"><xsl:value-of select="concat('比', $target, '高', @above, '个百分点')"/></xsl:when>
      <xsl:when test="@above &lt; 0">
        <xsl:value-of select="concat('比', $target, '低', substring-after(@above, '-'), '个百分点')"/>
      </xsl:when>
      <xsl:when test="@attained = 1"><xsl:value-of select="concat('达到', $target)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('四舍五入前略低于', $target)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="target-of-cities">
    <xsl:param name="words"/>
    <xsl:param name="measured"/>
    <xsl:variable name="behind" select="$measured[@reached = 0]"/>
    <xsl:variable name="reached" select="$measured[@reached = 1]"/>
    <xsl:choose>
      <xsl:when test="not($measured[2])">
        <xsl:value-of select="concat('有数据的只有', $measured/@region_name, '，')"/>
        <xsl:if test="$behind">没有</xsl:if>
        <xsl:text>达到目标。</xsl:text>
      </xsl:when>
      <xsl:when test="not($behind)">
        <xsl:value-of select="concat('有数据的', count($measured), '个地区全部达到目标。')"/>
      </xsl:when>
      <xsl:when test="not($reached)">
        <xsl:value-of select="concat('有数据的', count($measured), '个地区都没有达到目标。')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat('有数据的', count($measured), '个地区中，达到目标的', count($reached),
                                     '个；没有达到的', count($behind), '个，')"/>
        <xsl:if test="$behind[2]">由低到高</xsl:if>
        <xsl:text>为</xsl:text>
        <xsl:for-each select="$behind">
          <xsl:sort select="@place" data-type="number" order="descending"/>
          <xsl:if test="position() > 1">、</xsl:if>
          <xsl:call-template name="city-with-rate"/>
        </xsl:for-each>
        <xsl:text>。</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="highest-and-lowest">
      <xsl:with-param name="words" select="$words"/>
      <xsl:with-param name="measured" select="$measured"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="highest-and-lowest">
    <xsl:param name="words"/>
    <xsl:param name="measured"/>
    <xsl:variable name="highest" select="$measured[@place = 1]"/>
    <xsl:variable name="lowest" select="$measured[not($measured/@place > @place)]"/>
    <xsl:choose>
      <xsl:when test="count($measured) = 1"/>
      <xsl:when test="count($highest) = count($measured)">
        <xsl:value-of select="concat('各地区', $words/@rate, '都是', $highest[1]/@value, '%。')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat($words/@rate, '最高的是')"/>
        <xsl:call-template name="cities-with-rate"><xsl:with-param name="of" select="$highest"/></xsl:call-template>
        <xsl:text>，最低的是</xsl:text>
        <xsl:call-template name="cities-with-rate"><xsl:with-param name="of" select="$lowest"/></xsl:call-template>
        <xsl:text>。</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- 甲、乙（均为95.0%）. -->
  <xsl:template name="cities-with-rate">
    <xsl:param name="of"/>
    <xsl:call-template name="list"><xsl:with-param name="of" select="$of/@region_name"/></xsl:call-template>
    <xsl:text>（</xsl:text>
    <xsl:if test="$of[2]">均为</xsl:if>
    <xsl:value-of select="$of[1]/@value"/>
    <xsl:text>%）</xsl:text>
  </xsl:template>

  <!-- Of a city behind its target; what the printed rate rounds away is said. -->
  <xsl:template name="city-with-rate">
    <xsl:value-of select="concat(@region_name, '（', @value, '%')"/>
    <xsl:if test="@value >= @threshold"><xsl:value-of select="concat('，四舍五入前不足', @threshold, '%')"/></xsl:if>
    <xsl:text>）</xsl:text>
  </xsl:template>

  <xsl:template name="not-measured">
    <xsl:param name="words"/>
    <xsl:param name="cities"/>
    <xsl:variable name="without" select="$cities[@state = 'not-applicable']"/>
    <xsl:variable name="missing" select="$cities[@state = 'missing' or @state = 'returned']"/>
    <xsl:if test="$without">
      <xsl:call-template name="list"><xsl:with-param name="of" select="$without/@region_name"/></xsl:call-template>
      <xsl:value-of select="concat($words/@none, '，本项不适用。')"/>
    </xsl:if>
    <xsl:if test="$missing">
      <xsl:call-template name="list"><xsl:with-param name="of" select="$missing/@region_name"/></xsl:call-template>
      <xsl:text>没有数据。</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- ============ 三、推广活动情况 ============ -->

  <xsl:template name="work">
    <xsl:variable name="total" select="$work[@region_code = 'total']"/>
    <xsl:variable name="cities" select="$work[@region_code != 'total']"/>
    <fo:block xsl:use-attribute-sets="paragraph-3">
      <xsl:choose>
        <xsl:when test="$total/@quality_groups">
          <xsl:text>已报送地区的规模以上工业企业</xsl:text>
          <xsl:call-template name="work-item">
            <xsl:with-param name="what">登记质量管理小组</xsl:with-param>
            <xsl:with-param name="unit">个</xsl:with-param>
            <xsl:with-param name="count" select="$total/@quality_groups"/>
            <xsl:with-param name="last" select="$total/@last_quality_groups"/>
          </xsl:call-template>
          <xsl:text>；</xsl:text>
          <xsl:call-template name="work-item">
            <xsl:with-param name="what">开展六西格玛项目</xsl:with-param>
            <xsl:with-param name="unit">项</xsl:with-param>
            <xsl:with-param name="count" select="$total/@six_sigma"/>
            <xsl:with-param name="last" select="$total/@last_six_sigma"/>
          </xsl:call-template>
          <xsl:text>；</xsl:text>
          <xsl:call-template name="work-item">
            <xsl:with-param name="what">提出合理化建议</xsl:with-param>
            <xsl:with-param name="unit">条</xsl:with-param>
            <xsl:with-param name="count" select="$total/@suggestions"/>
            <xsl:with-param name="last" select="$total/@last_suggestions"/>
          </xsl:call-template>
          <xsl:text>。各地区</xsl:text>
          <xsl:call-template name="work-item">
            <xsl:with-param name="what">举办质量专家宣讲</xsl:with-param>
            <xsl:with-param name="unit">场</xsl:with-param>
            <xsl:with-param name="count" select="$total/@lectures"/>
            <xsl:with-param name="last" select="$total/@last_lectures"/>
          </xsl:call-template>
          <xsl:text>。</xsl:text>
          <xsl:call-template name="without-lectures"><xsl:with-param name="cities" select="$cities"/></xsl:call-template>
        </xsl:when>
        <xsl:otherwise>本年度没有数据。</xsl:otherwise>
      </xsl:choose>
    </fo:block>
  </xsl:template>

  <xsl:template name="work-item">
    <xsl:param name="what"/>
    <xsl:param name="unit"/>
    <xsl:param name="count"/>
    <xsl:param name="last"/>
    <xsl:value-of select="concat($what, $count, $unit)"/>
    <xsl:if test="$last">
      <xsl:text>，</xsl:text>
      <xsl:choose>
        <xsl:when test="$count = $last">与上年</xsl:when>
        <xsl:otherwise>比上年</xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="movement">
        <xsl:with-param name="value" select="$count - $last"/>
        <xsl:with-param name="up">增加</xsl:with-param>
        <xsl:with-param name="down">减少</xsl:with-param>
        <xsl:with-param name="unit" select="$unit"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- The experts are to speak every year, everywhere. -->
  <xsl:template name="without-lectures">
    <xsl:param name="cities"/>
    <xsl:variable name="without" select="$cities[@lectures = 0]"/>
    <xsl:if test="$without">
      <xsl:call-template name="list"><xsl:with-param name="of" select="$without/@region_name"/></xsl:call-template>
      <xsl:text>没有举办质量专家宣讲。</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- ============ 四、报送情况 ============ -->

  <xsl:template name="senders">
    <xsl:variable name="late" select="$senders[@late = 1]"/>
    <xsl:variable name="in-time" select="$senders[@state = 'sent' and @late = 0]"/>
    <fo:block xsl:use-attribute-sets="paragraph-3">
      <xsl:text>报送截止日期为</xsl:text>
      <xsl:call-template name="date"><xsl:with-param name="iso" select="$scheme/@deadline"/></xsl:call-template>
      <xsl:text>。</xsl:text>
      <xsl:choose>
        <xsl:when test="$in-time">
          <xsl:value-of select="concat('按期报送的', count($in-time), '个')"/>
        </xsl:when>
        <xsl:otherwise>没有按期报送的</xsl:otherwise>
      </xsl:choose>
      <xsl:choose>
        <xsl:when test="$late">
          <xsl:text>，逾期报送的</xsl:text>
          <xsl:value-of select="count($late)"/>
          <xsl:text>个：</xsl:text>
          <xsl:for-each select="$late">
            <xsl:if test="position() > 1">、</xsl:if>
            <xsl:value-of select="@region_name"/>
            <xsl:text>（</xsl:text>
            <xsl:call-template name="month-and-day"><xsl:with-param name="iso" select="@sent"/></xsl:call-template>
            <xsl:text>）</xsl:text>
          </xsl:for-each>
          <xsl:text>。</xsl:text>
        </xsl:when>
        <xsl:when test="$in-time">，没有逾期报送的。</xsl:when>
        <xsl:otherwise>。</xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="senders-in">
        <xsl:with-param name="state">returned</xsl:with-param>
        <xsl:with-param name="words">报送材料被退回、尚未重新报送的</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="senders-in">
        <xsl:with-param name="state">missing</xsl:with-param>
        <xsl:with-param name="words">未报送的</xsl:with-param>
      </xsl:call-template>
    </fo:block>
  </xsl:template>

  <xsl:template name="senders-in">
    <xsl:param name="state"/>
    <xsl:param name="words"/>
    <xsl:variable name="in" select="$senders[@state = $state]"/>
    <xsl:if test="$in">
      <xsl:value-of select="concat($words, count($in), '个：')"/>
      <xsl:call-template name="list"><xsl:with-param name="of" select="$in/@region_name"/></xsl:call-template>
      <xsl:text>。</xsl:text>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
