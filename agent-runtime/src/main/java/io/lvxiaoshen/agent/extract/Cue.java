package io.lvxiaoshen.agent.extract;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What a question is after, told by its wording, and what a sentence that serves it looks like. */
enum Cue {
    /** An amount of money or a size. */
    AMOUNT(
            "多少|几元|几倍|几万|几条|几个|金额|标准|比例|面积|多大|多高",
            "[零一二三四五六七八九十百千万\\d]+(?:万|千|百|多|余)?(?:元|倍|平方米|公顷|公里|米|吨|公斤|千克)|百分之|[\\d.]+%|％"),
    /** A span or a point of time. */
    TIME(
            "几日|几天|几个月|几年|多久|多长时间|多少天|多少日|期限|时限|什么时候|何时|时间|哪一天|几月|几号|几点",
            "[零一二三四五六七八九十百\\d]+(?:个)?(?:工作)?(?:日|天|月|年|小时|分钟|时)"),
    /** Who is responsible, or whom to turn to. */
    BODY("谁|哪个部门|什么部门|哪些部门|哪个单位|什么单位|哪级|部门负责|归.{0,3}管|找哪|向哪|哪里|主管", "部门|政府|机构|委员会|公安|单位|法院|检察院|组织|街道办事处"),
    /** A complete list. */
    LIST("哪些|哪几|什么情形|什么情况|什么条件|条件|什么材料|材料|包括|几种|几类|种类|义务|权利|内容|行为", "下列|以下|包括|（二）|、.*、"),
    /** Into which kinds or grades something is divided. */
    KIND(
            "分为|分成|分哪|分几|(?:怎么|如何|怎样)分(?:类|级)|哪[几些](?:个)?(?:类|种|级|等级|档)|几(?:个)?(?:类|种|级|等级|档)",
            "分为|分成|划分|分类：|分级：|(?:下列|以下)[^，。；]{0,12}(?:类|级|种|等)|实行[^，。；]{0,8}(?:分类|分级)"),
    /** What a word means. */
    MEANING("什么是|是什么意思|是指|指什么|含义|定义|怎么理解|何谓|什么叫|是什么$|是什么？", "是指|所称|本法所|本条例所|包括"),
    /** What follows from a breach. */
    PENALTY("罚|处罚|后果|责任|违法|追究|处理|判|坐牢|拘留|没收|会怎么样|会怎样", "罚款|处罚|责令|没收|警告|拘留|刑事责任|处分|赔偿|吊销|有期徒刑"),
    /** How something is done. */
    WAY("如何|怎么|怎样|怎么办|程序|流程|手续|步骤|办理|申请", "应当|申请|提出|办理|提交|审批|批准|报|按照|程序"),
    /** Whether something is allowed or required. */
    PERMISSION("可以.*吗|能不能|能否|可否|可不可以|是否|允许|行不行|能.*吗|合法|违法吗|需要.*吗|必须.*吗|要不要|用不用|行吗", "禁止|不得|可以|应当|允许|批准|许可|必须|无权|有权");

    private final Pattern question;
    private final Pattern sentence;

    Cue(String question, String sentence) {
        this.question = Pattern.compile(question);
        this.sentence = Pattern.compile(sentence);
    }

    static Set<Cue> in(String question) {
        EnumSet<Cue> cues = EnumSet.noneOf(Cue.class);
        for (Cue cue : values()) {
            if (cue.question.matcher(question).find()) {
                cues.add(cue);
            }
        }
        return cues;
    }

    boolean servedBy(Unit unit) {
        return (this == LIST && unit.isList())
                || sentence.matcher(unit.folded()).find();
    }

    /** Whether a sentence that does not look so can hardly be the answer. */
    boolean isDecisive() {
        return this == AMOUNT || this == TIME || this == PENALTY || this == KIND;
    }

    /** Whether a single sentence usually answers, so that its neighbours are only in the way. */
    boolean isPointed() {
        return this == AMOUNT || this == TIME || this == BODY || this == MEANING;
    }
}
