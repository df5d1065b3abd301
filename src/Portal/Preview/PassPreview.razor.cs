using System.Globalization;
using Microsoft.AspNetCore.Components;
using Passbook.Generator;
using Portal.Designs;

namespace Portal.Preview;

/// <summary>The front of a pass as Wallet draws it: 345 by 505 points, at any width.</summary>
public sealed partial class PassPreview(TimeProvider time)
{
    /// <summary>The width of the card in points; all sizes in the style sheets are in these.</summary>
    public const double Points = 345;

    [Parameter, EditorRequired]
    public required Pass Pass { get; set; }

    [Parameter]
    public PreviewImages Images { get; set; } = PreviewImages.None;

    /// <summary>The width on the page in CSS pixels.</summary>
    [Parameter]
    public double Width { get; set; } = Points;

    /// <summary>True: the page's style sheet gives the size instead, as <c>--u</c>, the length of a point.</summary>
    [Parameter]
    public bool Fluid { get; set; }

    /// <summary>The language and habits of the phone.</summary>
    [Parameter]
    public CultureInfo? Culture { get; set; }

    /// <summary>For lists: an outline instead of a code nobody could scan at that size.</summary>
    [Parameter]
    public bool Small { get; set; }

    private WalletText Words { get; set; } = new(WalletText.UsualCulture);

    private string StyleName => StyleKey.Of(Pass.Style);

    private bool IsOver => OverWord is not null;

    private string? OverWord => Pass.Voided == true ? "Voided" : Pass.ExpirationDate < time.GetUtcNow() ? "Expired" : null;

    // A strip leaves no room for the other two: Wallet ignores them.
    private bool HasBackdrop => Pass.Style is PassStyle.EventTicket && Images is { Background: not null, Strip: null };

    private bool HasThumbnail => Pass.Style is PassStyle.Generic || (Pass.Style is PassStyle.EventTicket && Images.Strip is null);

    private bool HasRoomForIcon => RowLayout.Barcode(Pass) is not { } barcode || RowLayout.IsSquare(barcode.Format);

    private string Spoken => $"{StyleKey.Title(Pass.Style)}: {Pass.Description}{(OverWord is { } over ? $", {over.ToLowerInvariant()}" : "")}";

    private string Unit => Fluid ? "" : string.Create(CultureInfo.InvariantCulture, $"--u:{Width / Points:0.####}px;");

    private string Variables => string.Create(
        CultureInfo.InvariantCulture,
        $"{Unit}--bg:{PassColors.Background(Pass)};--fg:{PassColors.Foreground(Pass)};--label:{PassColors.Label(Pass)}");

    protected override void OnParametersSet() => Words = new WalletText(Culture ?? WalletText.UsualCulture, time.GetUtcNow());
}
