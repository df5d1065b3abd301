using MudBlazor;

namespace Portal.Shell;

/// <summary>
/// Every colour, size and letter of the portal. Passes bring the colour; the portal around them is grey with one accent.
/// Both palettes go into the page at once and <c>js/theme.js</c> chooses between them before the first paint.
/// </summary>
public static class PortalTheme
{
    /// <summary>What the operating system writes its own programs in: nothing is fetched, nothing jumps.</summary>
    private static readonly string[] SystemFonts =
        ["system-ui", "-apple-system", "BlinkMacSystemFont", "Segoe UI", "Helvetica Neue", "Arial", "sans-serif"];

    public static MudTheme Light { get; } = Create(":root");

    public static MudTheme Dark { get; } = Create(":root[data-theme='dark']");

    private static MudTheme Create(string scope) => new()
    {
        PseudoCss = new PseudoCss { Scope = scope },
        PaletteLight = LightPalette(),
        PaletteDark = DarkPalette(),
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px", AppbarHeight = "56px", DrawerWidthLeft = "232px" },
        Typography = Letters(),
    };

    private static PaletteLight LightPalette() => new()
    {
        Primary = "#3a4fd0",
        PrimaryContrastText = "#ffffff",
        Secondary = "#4b5565",
        SecondaryContrastText = "#ffffff",
        Tertiary = "#4b5565",
        Info = "#2a6a9c",
        Success = "#17774a",
        Warning = "#8f5b00",
        Error = "#bd3127",
        Dark = "#232932",
        Background = "#f5f6f8",
        BackgroundGray = "#eceef2",
        Surface = "#ffffff",
        AppbarBackground = "#ffffff",
        AppbarText = "#161b24",
        DrawerBackground = "#f5f6f8",
        DrawerText = "#3b4452",
        DrawerIcon = "#667081",
        TextPrimary = "#161b24",
        TextSecondary = "#5a6473",
        TextDisabled = "#8d96a4",
        ActionDefault = "#5a6473",
        ActionDisabled = "#a9b1bd",
        ActionDisabledBackground = "#e6e9ee",
        LinesDefault = "#e1e4ea",
        LinesInputs = "#c3c9d3",
        Divider = "#e1e4ea",
        DividerLight = "#eceef2",
        TableLines = "#eceef2",
        TableHover = "#f5f6f8",
        TableStriped = "#fafbfc",
        Skeleton = "#e6e9ee",
        HoverOpacity = 0.06,
    };

    private static PaletteDark DarkPalette() => new()
    {
        Primary = "#94a3ff",
        PrimaryContrastText = "#0f1320",
        Secondary = "#a3adbb",
        SecondaryContrastText = "#0f1320",
        Tertiary = "#a3adbb",
        Info = "#7cbcea",
        InfoContrastText = "#0f1320",
        Success = "#58c794",
        SuccessContrastText = "#0f1320",
        Warning = "#e3b14f",
        WarningContrastText = "#0f1320",
        Error = "#ff8379",
        ErrorContrastText = "#0f1320",
        Dark = "#2b323d",
        Background = "#0e1116",
        BackgroundGray = "#0a0d11",
        Surface = "#161a21",
        AppbarBackground = "#12161c",
        AppbarText = "#e7eaf0",
        DrawerBackground = "#0e1116",
        DrawerText = "#c3cad5",
        DrawerIcon = "#8b95a5",
        TextPrimary = "#e7eaf0",
        TextSecondary = "#9aa4b3",
        TextDisabled = "#687282",
        ActionDefault = "#9aa4b3",
        ActionDisabled = "#566071",
        ActionDisabledBackground = "#222831",
        LinesDefault = "#272d37",
        LinesInputs = "#3b4452",
        Divider = "#272d37",
        DividerLight = "#1e242c",
        TableLines = "#20262f",
        TableHover = "#1b2028",
        TableStriped = "#181c23",
        Skeleton = "#222831",
        HoverOpacity = 0.08,
    };

    private static Typography Letters() => new()
    {
        Default = new DefaultTypography { FontFamily = SystemFonts, FontSize = "0.875rem", LineHeight = "1.5", LetterSpacing = "normal" },
        H1 = new H1Typography { FontFamily = SystemFonts, FontSize = "1.625rem", FontWeight = "650", LineHeight = "1.25", LetterSpacing = "-0.015em" },
        H2 = new H2Typography { FontFamily = SystemFonts, FontSize = "1.25rem", FontWeight = "650", LineHeight = "1.3", LetterSpacing = "-0.01em" },
        H3 = new H3Typography { FontFamily = SystemFonts, FontSize = "1.0625rem", FontWeight = "600", LineHeight = "1.4", LetterSpacing = "normal" },
        H4 = new H4Typography { FontFamily = SystemFonts, FontSize = "1rem", FontWeight = "600", LineHeight = "1.5", LetterSpacing = "normal" },
        H5 = new H5Typography { FontFamily = SystemFonts, FontSize = "0.9375rem", FontWeight = "600", LineHeight = "1.5", LetterSpacing = "normal" },
        H6 = new H6Typography { FontFamily = SystemFonts, FontSize = "0.9375rem", FontWeight = "600", LineHeight = "1.5", LetterSpacing = "normal" },
        Subtitle1 = new Subtitle1Typography { FontFamily = SystemFonts, FontSize = "0.9375rem", FontWeight = "500", LineHeight = "1.5", LetterSpacing = "normal" },
        Subtitle2 = new Subtitle2Typography { FontFamily = SystemFonts, FontSize = "0.875rem", FontWeight = "600", LineHeight = "1.5", LetterSpacing = "normal" },
        Body1 = new Body1Typography { FontFamily = SystemFonts, FontSize = "0.9375rem", LineHeight = "1.5", LetterSpacing = "normal" },
        Body2 = new Body2Typography { FontFamily = SystemFonts, FontSize = "0.875rem", LineHeight = "1.5", LetterSpacing = "normal" },
        Button = new ButtonTypography
        {
            FontFamily = SystemFonts, FontSize = "0.875rem", FontWeight = "550", LineHeight = "1.5", LetterSpacing = "normal", TextTransform = "none",
        },
        Caption = new CaptionTypography { FontFamily = SystemFonts, FontSize = "0.75rem", LineHeight = "1.4", LetterSpacing = "normal" },
        Overline = new OverlineTypography
        {
            FontFamily = SystemFonts, FontSize = "0.6875rem", FontWeight = "600", LineHeight = "1.4", LetterSpacing = "0.06em",
        },
    };
}
