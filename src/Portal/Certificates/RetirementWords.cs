using Portal.Data;

namespace Portal.Certificates;

/// <summary>What is said around bringing retired phones back.</summary>
public static class RetirementWords
{
    public const string Title = "Undo retirements?";

    public static string Of(RetiredPhones retired) => $"{Counted.Phones(retired.Count)} whose push {(retired.Count == 1 ? "token" : "tokens")} Apple called dead";

    /// <param name="retired">Whom it brings back.</param>
    /// <param name="waits">Whether the pushes of the pass type are stopped.</param>
    public static string Question(RetiredPhones retired, bool waits)
    {
        var (was, them, push) = retired.Count == 1 ? ("was", "it", "pushes to it") : ("were", "them", "pushes to each of them");
        return $"{Of(retired)} {was} retired. This brings {them} back with {(retired.Count == 1 ? "its" : "their")} passes and {push} once."
            + (waits ? " Pushes are stopped, so this waits with the others until they are resumed." : "")
            + " What Apple calls dead again is retired again.";
    }

    public static string Action(RetiredPhones retired) => $"Bring back and push to {Counted.Phones(retired.Count)}";

    public static string Done(int phones) => phones == 1 ? "1 phone is back." : $"{Counted.Phones(phones)} are back.";
}
