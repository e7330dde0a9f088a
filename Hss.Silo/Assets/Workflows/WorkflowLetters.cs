using System.Globalization;
using Hss.Interfaces.Assets;
using Hss.Interfaces.Assets.Workflows;

namespace Hss.Silo.Assets.Workflows;

/// <summary>The words of the mails, in Korean and English.</summary>
public static class WorkflowLetters
{
    private const string Signature = "SureSoft SAMS";

    /// <summary>To managers.</summary>
    public static (string Subject, string Text) Requested(WorkflowNews news) => (
        $"[SAMS] {Korean(news.Workflow.Type)} 요청 / New {news.Workflow.Type} request: {Tag(news)}",
        $"""
        {Name(news)} 님이 {Korean(news.Workflow.Type)}을(를) 요청했습니다.
        {Name(news)} has requested a {news.Workflow.Type}.

        {Facts(news)}
        {Signature}

        """);

    /// <summary>To the requester.</summary>
    public static (string Subject, string Text) Decided(WorkflowNews news)
    {
        var approved = news.Workflow.Status == WorkflowStatus.Approved;
        var (korean, english) = approved ? ("승인", "approved") : ("반려", "rejected");
        var said = approved ? news.Workflow.CompletionNotes : news.Workflow.RejectReason;
        return (
            $"[SAMS] {Korean(news.Workflow.Type)} 요청 {korean} / Your {news.Workflow.Type} request was {english}: {Tag(news)}",
            $"""
            {Korean(news.Workflow.Type)} 요청이 {korean}되었습니다.
            Your {news.Workflow.Type} request was {english}.{(said is { Length: > 0 } ? $"\n\n{said}" : "")}

            {Facts(news)}
            {Signature}

            """);
    }

    /// <summary>To who still has the asset.</summary>
    public static (string Subject, string Text) Overdue(WorkflowNews news) => (
        $"[SAMS] 반납 기한 경과 / Please return {Tag(news)}",
        $"""
        자산의 반납 예정일이 지났습니다. 반납해 주세요.
        The asset was expected back by now. Please return it, or ask for a new checkout.

        {Facts(news)}
        {Signature}

        """);

    private static string Facts(WorkflowNews news)
    {
        var lines = new List<string> { $"자산 / Asset: {Tag(news)} {news.Asset?.Details.Name}".TrimEnd() };
        if (news.Workflow.Reason is { Length: > 0 } reason)
            lines.Add($"사유 / Reason: {reason}");
        if (news.Workflow.ExpectedReturn is { } due)
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"반납 예정 / Expected back: {due.UtcDateTime:yyyy-MM-dd HH:mm} UTC"));
        return string.Join('\n', lines) + "\n";
    }

    private static string Tag(WorkflowNews news) => news.Asset?.Tag ?? news.Workflow.AssetId;

    private static string Name(WorkflowNews news) => news.Requester is { Name.Length: > 0 } person ? person.Name : "A member";

    private static string Korean(string type) => type switch
    {
        WorkflowTypes.Checkout => "반출",
        WorkflowTypes.Checkin => "반납",
        WorkflowTypes.Transfer => "이관",
        WorkflowTypes.Maintenance => "유지보수",
        _ => "불용",
    };
}
