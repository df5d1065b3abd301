using Microsoft.AspNetCore.Components;
using Portal.Data;

namespace Portal.Certificates;

/// <summary>One pass type with its certificate: how long it lasts, whether its pushes go, and what to do about it.</summary>
public sealed partial class CertificateItem(TimeProvider time)
{
    private ElementReference _name;

    [Parameter, EditorRequired]
    public required CertificateCard Card { get; set; }

    [Parameter]
    public EventCallback OnReplace { get; set; }

    /// <summary>Somebody wants its pushes resumed.</summary>
    [Parameter]
    public EventCallback OnResume { get; set; }

    /// <summary>Somebody wants its retired phones back.</summary>
    [Parameter]
    public EventCallback OnUndo { get; set; }

    private string Badge => Card.State switch
    {
        CertificateState.Good => "badge-good",
        CertificateState.ExpiresSoon => "badge-warning",
        _ => "badge-bad",
    };

    private string Words => Card.State switch
    {
        CertificateState.Good => "Valid",
        CertificateState.ExpiresSoon => Counted.Of(DaysLeft, "day") + " left",
        CertificateState.Expired => "Expired",
        CertificateState.Unreadable => "Key unreadable",
        _ => "No certificate",
    };

    private int DaysLeft => Card.NotAfter is { } end ? Math.Max(1, (int)Math.Ceiling((end - time.GetUtcNow()).TotalDays)) : 0;

    private string? Advice => Card.State switch
    {
        CertificateState.ExpiresSoon => "After that, passes cannot be signed and phones cannot be told of changes. Renew it at Apple and replace it here.",
        CertificateState.Expired => "Passes cannot be signed and phones are not told of changes. Everything waits until you replace it.",
        CertificateState.Unreadable => "Its private key was stored under another master key. Upload the same .p12 once more.",
        CertificateState.Missing => "Passes of this type cannot be signed yet.",
        _ => null,
    };

    /// <summary>Puts the focus on its name: the button that had it goes with what it mended.</summary>
    public ValueTask FocusAsync() => _name.FocusAsync();
}
